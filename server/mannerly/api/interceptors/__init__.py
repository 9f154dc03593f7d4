"""What happens around every call, one concern per module; knows no message of the API."""
