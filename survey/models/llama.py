"""The child process in which llama.cpp runs a GGUF file: ``python -m survey.models.llama``.

It reads one line of JSON (what to run), answers with one line (the address on loopback, or what went wrong), and ends
when its standard input does: so it outlives neither a parent that is killed nor one that lets go.
"""

import ctypes
import json
import os
import signal
import sys

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG in <sys/prctl.h>


def main() -> None:
    """Serve until standard input ends."""
    if sys.platform == "linux":  # the kernel ends us with our parent, also while the model is being loaded
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    wanted = json.loads(sys.stdin.readline())
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = wanted["path"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [wanted["key"]]
    params.n_ctx = wanted["context"]
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = wanted["threads"]
    params.sampling.seed = wanted["seed"]
    params.cache_ram_mib = 0  # the constant start of the prompts stays in the one slot; more would only take memory
    params.warmup = False
    params.ui = False
    try:
        server = xllamacpp.Server(params)
    except RuntimeError as error:
        print(json.dumps({"error": str(error)}), flush=True)  # noqa: T201  # the answer to the parent
        return
    print(json.dumps({"address": server.listening_address}), flush=True)  # noqa: T201
    sys.stdin.read()
    os._exit(0)  # without the server's own farewell, which waits for the answer it is writing


if __name__ == "__main__":
    main()
