# bagaimana sebuah angka dibaca
figure-count = { $value }
figure-share = { $value } %
figure-score = { $value }
figure-minutes = { $value }
figure-none = belum dihitung
figure-of-unit = { $value } (n = { $n }), angka unit
figure-few = belum cukup data (n = { $n }, perlu { $least })
figure-few-all = • Belum cukup data: { $list }
figure-few-one = { $name } ({ $n } dari { $least })
figure-counted = { $value }
figure-known = { $value } (kisaran { $low } sampai { $high }; n = { $n })
figure-open = { $value } (paling sedikit { $low }; batas atas belum diketahui; n = { $n })
figure-at-least = paling sedikit { $value } (kisaran { $low } sampai { $high }; n = { $n }; sebagian masih berjalan)
figure-p90 = 9 dari 10: paling lama { $value }
figure-without = tanpa hambatan luar dan sanggahan yang diterima: { $figure }
figure-others = rekan seunit: { $value } (n = { $n })
figure-shrunk = disesuaikan dengan rekan seunit: { $value }
