amendment-not-frozen = This record is not frozen yet, so there is nothing to amend.
amendment-needs-reason = Write the reason for this change, so that the officer can read it.
record-without-unit = This officer served in no unit in that period, so there is no record to freeze.
