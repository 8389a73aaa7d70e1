"""What an endpoint's failures mean: which can pass, which end the run, which teach us what the endpoint can't do."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError, OpenAIError

from survey.errors import CallFailed, ModelError, SurveyError, TooLong
from survey.replies import plain

_LONGEST_MESSAGE = 300
_CAN_PASS = frozenset({408, 409, 425, 429})
_NOT_THERE = frozenset({404, 405, 501})
_TOO_LONG = re.compile(
    r"context.{0,20}(length|window|size|limit)|maximum context|too many (input )?tokens|prompt is too long"
    r"|exceed.{0,40}context|input is too long|request too large|reduce the length",
    re.IGNORECASE,
)
_SPENT = re.compile(r"insufficient_quota|quota|billing|credit balance|payment|insufficient.{0,10}(funds|balance)", re.I)
_PER_MINUTE = re.compile(r"per (minute|second|day)|requests? rate|rate.limit|\b[rt]p[md]\b", re.IGNORECASE)


class Passing(CallFailed):
    """A failure that can pass, so that another try is worth while; ``wait``: the seconds that the endpoint asked for.

    ``unreachable``: nothing answered at all.
    """

    def __init__(self, what: str, todo: str = "", *, wait: float | None = None, unreachable: bool = False) -> None:
        super().__init__(what, todo)
        self.wait = wait
        self.unreachable = unreachable


class Refused(CallFailed):
    """The endpoint refuses this form of request; ``about`` is all that it said of the reason, in small letters."""

    def __init__(self, what: str, todo: str = "", *, about: str = "") -> None:
        super().__init__(what, todo)
        self.about = about


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Who is being talked to, for the words of an error; ``secrets`` never appear in one.

    ``serves`` is what it is asked for, ``option`` the one that names the model.
    """

    model: str
    address: str
    secrets: tuple[str, ...] = ()
    serves: str = "chat"
    option: str = "--model"

    def clean(self, text: str) -> str:
        """``text`` without any secret."""
        for secret in self.secrets:
            text = text.replace(secret, "[key]")
        return text

    def said(self, text: str) -> str:
        """A foreign message on one line: no secret, no control character, not endless."""
        line = plain(self.clean(text[:100_000]))
        return line if len(line) <= _LONGEST_MESSAGE else line[:_LONGEST_MESSAGE].rstrip() + " …"


def understood(error: OpenAIError | TimeoutError, endpoint: Endpoint, timeout: float) -> SurveyError:
    """What ``error`` means for the run, in a sentence or two."""
    match error:
        case TimeoutError() | APITimeoutError():
            what = f"{endpoint.address} did not answer within {timeout:g} s."
            return Passing(what, "Allow more with --timeout SECONDS.")
        case APIStatusError():
            return _of_status(error, endpoint)
        case APIConnectionError():
            cause = endpoint.said(str(error.__cause__ or error))
            what = f"{endpoint.address} can't be reached, or broke off: {cause}."
            return Passing(
                what, "Check the address (--base-url, OPENAI_BASE_URL), the network, --proxy.", unreachable=True
            )
        case APIError():
            return Passing(f"{endpoint.address} sent what is no chat completion: {endpoint.said(str(error))}.")
    return ModelError(f"The model {endpoint.model!r} can't be asked: {endpoint.said(str(error))}.")


def _of_status(error: APIStatusError, endpoint: Endpoint) -> SurveyError:
    status, message = error.status_code, endpoint.said(_message(error))
    told = f"{endpoint.address} answered {status}: {message}"
    about = f"{message} {error.code or ''} {error.param or ''} {error.type or ''}".casefold()
    if status == 401:
        return ModelError(f"The key was refused. {told}", "Check OPENAI_API_KEY, and that it belongs to this endpoint.")
    if status == 403:
        return ModelError(f"Not allowed. {told}", "The key may not use this model or this endpoint; use another.")
    if status == 402 or (status == 429 and _SPENT.search(about) and not _PER_MINUTE.search(about)):
        return ModelError(f"The quota is spent. {told}", "Top up, or wait; the same command goes on from there.")
    if status in _CAN_PASS or (status >= 500 and status not in _NOT_THERE):
        return Passing(f"{told}", "Try again later, or slower: --concurrency, --rpm, --tpm.", wait=_asked_wait(error))
    if status == 413 or _TOO_LONG.search(about):
        return TooLong(f"The prompt is too long for {endpoint.model!r}. {told}", "Use a model with a longer context.")
    if status in _NOT_THERE:
        return _absent(told, about, endpoint)
    return Refused(f"The request was refused. {told}", about=about)


def _absent(told: str, about: str, endpoint: Endpoint) -> ModelError:
    if "model" in about:
        return ModelError(
            f"There is no model {endpoint.model!r}. {told}", f"Check {endpoint.option} against the endpoint's list."
        )
    return ModelError(
        f"There is no {endpoint.serves} endpoint at this address. {told}",
        "Check --base-url (OPENAI_BASE_URL); it usually ends in /v1.",
    )


def _message(error: APIStatusError) -> str:
    """The endpoint's own words, whatever shape it gave them."""
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        found = inner.get("message") or inner.get("detail") if isinstance(inner, dict) else inner
        return str(found or body)
    return str(body or error.message)


def _asked_wait(error: APIStatusError) -> float | None:
    """The seconds of Retry-After (a number or a date), if there are any."""
    headers = error.response.headers
    try:
        if (milliseconds := headers.get("retry-after-ms")) is not None:
            return max(0.0, float(milliseconds) / 1000)
        after = headers.get("retry-after")
        return None if after is None else _seconds(after)
    except (ValueError, OverflowError):
        return None


def _seconds(after: str) -> float:
    try:
        return max(0.0, float(after))
    except ValueError:
        moment = parsedate_to_datetime(after)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
