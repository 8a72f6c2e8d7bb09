"""Names of columns, gathered in one place."""

TARGET = "left_company"
IDENTIFIERS = ("employee_no", "office_code")
EXCLUDED = {*IDENTIFIERS, TARGET, "exit_interview_score", "last_working_day"}
