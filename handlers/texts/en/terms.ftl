period-custom = { $name }

expectation-below = Below expectation
expectation-as_expected = As expected
expectation-above = Above expectation

predicate-sangat_baik = Very good
predicate-baik = Good
predicate-butuh_perbaikan = Needs improvement
predicate-kurang = Poor
predicate-sangat_kurang = Very poor
predicate-istimewa = Excellent

value-service = Service-oriented
value-accountable = Accountable
value-competent = Competent
value-harmonious = Harmonious
value-loyal = Loyal
value-adaptive = Adaptive
value-collaborative = Collaborative

leader-circle = That leader is below this officer. Please choose another.
terms-kind-unknown = There is no such kind of period.
terms-days-out-of-range = The term of objection is 1 to 90 days, and records are frozen 0 to 60 days after the period ends.
period-days-wrong = The last day must follow the first, and a period lasts at most a year.
period-overlaps = Those days belong to the period “{ $name }” already.
period-unknown = There is no such period.
