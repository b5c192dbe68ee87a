"""Puts empty libraries where PyTorch's loader looks for CUDA, so that its only build on PyPI imports on a CPU."""

import pathlib
import re
import subprocess
import sys
import tempfile

# What the symbols of a library begin with, where the library that wants them does not say whose they are.
PREFIXES = {
    "libcublasLt": "cublasLt", "libcublas": "cublas", "libcuda": "cu[A-Z]", "libcudart": "cuda|__cuda", "libcudnn": "cudnn",
    "libcufft": "cufft", "libcufile": "cuFile", "libcupti": "cupti", "libcurand": "curand", "libcusolver": "cusolver",
    "libcusparseLt": "cusparseLt", "libcusparse": "cusparse", "libnccl": "nccl|pnccl", "libnvrtc": "nvrtc",
    "libnvshmem_host": "nvshmem",
}

folder = pathlib.Path(sys.argv[1])
libraries = [path for path in folder.glob("*.so*") if path.is_file()]
wanted, symbols = set(), set()
for library in libraries:
    dynamic = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True).stdout
    wanted |= {name for name in re.findall(r"NEEDED.*\[(.*)\]", dynamic) if name.split(".")[0] in PREFIXES}
    table = subprocess.run(["nm", "-D", "--undefined-only", library], capture_output=True, text=True, check=True).stdout
    symbols |= {line.split()[-1] for line in table.splitlines()}

for soname in sorted(wanted):
    base = soname.split(".")[0]
    theirs = {s for s in symbols if "@" + base + "." in s or re.match(PREFIXES[base], s)}
    versioned = {s.split("@")[0]: s.split("@")[-1] for s in theirs if "@" in s}
    plain = {s for s in theirs if "@" not in s}
    with tempfile.TemporaryDirectory() as scratch:
        source, script = pathlib.Path(scratch, "stub.c"), pathlib.Path(scratch, "stub.map")
        source.write_text("".join(f"int {name}(void) {{ return 100; }}\n" for name in sorted(plain | set(versioned))))
        versions = {}
        for name, version in versioned.items():
            versions.setdefault(version, []).append(name)
        script.write_text("".join(f"{v} {{ global: {'; '.join(sorted(n))}; }};\n" for v, n in sorted(versions.items())))
        command = ["gcc", "-shared", "-fPIC", "-w", "-fno-builtin", f"-Wl,-soname,{soname}", "-o", str(folder / soname), str(source)]
        subprocess.run(command + ([f"-Wl,--version-script={script}"] if versions else []), check=True)
print(f"{len(wanted)} empty libraries for {len(libraries)} of PyTorch's")
