"""What a pattern can't say of our data: which currencies and IBANs there are, and what exists here.

Every request is seen once more before it is sent. Only what has the right form is changed, to something
that has the right form too and is there: whatever schemathesis made wrong stays wrong.
"""

import atexit
import os
import re
import zlib

import schemathesis
from hypothesis import strategies as st

DIGITS = {"EUR": 2, "USD": 2, "GBP": 2, "CHF": 2, "JPY": 0, "BHD": 3}
TENANT = re.compile(r"[A-Z]{3}-[0-9]{3}\Z")
CURRENCY = re.compile(r"[A-Z]{3}\Z")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,4})?\Z")
ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\Z")
CURSOR = re.compile(r"[A-Za-z0-9_-]{23,1024}\Z")

ACCOUNTS = os.environ["FUZZ_ACCOUNTS"].split(",")
PAYMENTS = os.environ["FUZZ_PAYMENTS"].split(",")

# What the services have told of, by themselves or in links: it is there, or was.
seen = set(ACCOUNTS + PAYMENTS)

# Operations as the document has them, and whether any request for them was carried out.
carried_out = {}


@atexit.register
def tell_what_was_refused():
    with open(os.environ["FUZZ_REFUSED"], "a") as file:
        for operation, done in sorted(carried_out.items()):
            if not done:
                print(operation, file=file)


def one_of(things, text):
    """The same one whenever the text is the same, so that a failure can be repeated."""
    return things[zlib.crc32(text.encode()) % len(things)]


def dutch(text):
    """An IBAN whose check digits hold."""
    account = "ABNA%010d" % zlib.crc32(text.encode())
    number = "".join(str(int(sign, 36)) for sign in account + "NL00")
    return "NL%02d%s" % (98 - int(number) % 97, account)


schemathesis.openapi.format("iso-4217", st.sampled_from(sorted(DIGITS)))
schemathesis.openapi.format("iban", st.text(min_size=1).map(dutch))


def is_form(pattern, value):
    return isinstance(value, str) and pattern.match(value) is not None


def decimal(value, currency):
    """A decimal as small as can be booked, with as many digits as the currency has."""
    whole, _, fraction = value.partition(".")
    whole, digits = whole[:12], DIGITS[currency]
    fraction = fraction[:digits]
    made = whole + "." + fraction if fraction else whole
    return made if made.strip("-0.") or not value.strip("-0.") else "1"


def currency(code):
    return code if code in DIGITS else "EUR"


def mend(body):
    """Puts right what a description can't: here, and in everything below."""
    if isinstance(body, list):
        for at, value in enumerate(body):
            body[at] = reference(value) if isinstance(value, str) else mend(value)
    if not isinstance(body, dict):
        return body
    if is_form(CURRENCY, body.get("currency")):
        body["currency"] = currency(body["currency"])
        for name in ("value", "overdraftLimit"):
            if is_form(DECIMAL, body.get(name)):
                body[name] = decimal(body[name], body["currency"])
    if is_form(IBAN, body.get("iban")):
        body["iban"] = dutch(body["iban"])
    if isinstance(body.get("largestPayment"), dict):
        body["largestPayment"] = largest(body["largestPayment"])
    for name in ("paymentsPerMinute", "paymentsPerMinuteAndAccount"):
        # to JSON Schema 600.0 is an integer; here it is a fraction that nobody meant
        if isinstance(body.get(name), float) and body[name].is_integer():
            body[name] = int(body[name])
    for name in ("debtorAccount", "creditorAccount"):
        if isinstance(body.get(name), str):
            body[name] = reference(body[name])
    if "debtorAccount" in body and body["debtorAccount"] == body.get("creditorAccount"):
        others = [each for each in ACCOUNTS if each != body["debtorAccount"]]
        body["creditorAccount"] = one_of(others, str(body["debtorAccount"]))
    for value in body.values():
        mend(value)
    return body


def largest(limits):
    return {
        currency(code) if is_form(CURRENCY, code) else code: decimal(limit, currency(code))
        if is_form(CURRENCY, code) and is_form(DECIMAL, limit)
        else limit
        for code, limit in limits.items()
    }


def reference(value):
    if is_form(ID, value) and value not in seen:
        return one_of(ACCOUNTS, value)
    return value


def identity(case, value):
    """Every third id stays one that nobody has."""
    if not is_form(ID, value) or value in seen or zlib.crc32(value.encode()) % 3 == 0:
        return value
    return one_of(ACCOUNTS if "/accounts/" in case.path else PAYMENTS, value)


@schemathesis.hook
def before_call(ctx, case, kwargs):
    # a caller that is nobody learns nothing, not even which methods there are
    elsewhere = case.method.upper() != case.operation.method.upper()
    for name in list(case.headers or {}):
        if name.lower() == "x-tenant-id":
            if elsewhere or is_form(TENANT, case.headers[name]):
                case.headers[name] = "STD-001"
    for name, value in (case.path_parameters or {}).items():
        case.path_parameters[name] = identity(case, value)
    query = case.query or {}
    if is_form(CURSOR, query.get("cursor")) and query["cursor"] not in seen:
        del query["cursor"]
    if is_form(CURRENCY, query.get("currency")):
        query["currency"] = currency(query["currency"])
    mend(case.body)


@schemathesis.hook
def after_call(ctx, case, response):
    operation = case.operation
    done = response.status_code < 300 and case.method.upper() == operation.method.upper()
    carried_out[operation.label] = carried_out.get(operation.label, False) or done
    if len(seen) < 100_000:
        seen.update(re.findall(r'"(?:id|paymentId|next)": ?"([^"]+)"', response.text))
