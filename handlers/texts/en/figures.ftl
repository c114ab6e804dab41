# how a figure reads
figure-count = { $value }
figure-share = { $value } %
figure-score = { $value }
figure-minutes = { $value }
figure-none = not counted yet
figure-of-unit = { $value } (n = { $n }), of the unit
figure-few = not enough data yet (n = { $n }, { $least } needed)
figure-few-all = • Not enough data yet: { $list }
figure-few-one = { $name } ({ $n } of { $least })
figure-counted = { $value }
figure-known = { $value } (between { $low } and { $high }; n = { $n })
figure-open = { $value } (at least { $low }; no upper bound yet; n = { $n })
figure-at-least = at least { $value } (between { $low } and { $high }; n = { $n }; some still run)
figure-p90 = 9 of 10: at most { $value }
figure-without = without external causes and accepted contests: { $figure }
figure-others = colleagues in the unit: { $value } (n = { $n })
figure-shrunk = drawn towards colleagues in the unit: { $value }
