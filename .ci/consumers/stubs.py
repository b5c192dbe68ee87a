"""Lets the CUDA build of torch run on a machine without CUDA, and without its libraries of several gigabytes.

The loader wants every library that torch names to be there, and some of their functions to have an address, but uses
none of them on a CPU. So each library that is missing is put beside torch as a shared object in which every function
answers that there is no device. The loader
refuses a name without a version from the library that it wants the version of, but takes it from any other: so each
one gives an address to all names but its own.

    python stubs.py        with the interpreter of the environment that has torch
"""

import mmap
import struct
import sysconfig
from pathlib import Path

CUDA = ("cu", "nv", "__cu", "nccl")
CUDA_LIBRARIES = ("libcu", "libnv", "libnccl")
PAGE = 0x1000
# mov eax, 100; ret: what every function answers is CUDA's "no device".
NO_DEVICE = bytes([0xB8, 100, 0, 0, 0, 0xC3, 0, 0])
PROGRAM_LOAD, PROGRAM_DYNAMIC = 1, 2
SECTION_DYNAMIC, SECTION_SYMBOLS, SECTION_VERSIONS, SECTION_NEEDED_VERSIONS = 6, 11, 0x6FFFFFFF, 0x6FFFFFFE
HASH, STRINGS, SYMBOLS, STRINGS_SIZE, SYMBOL_SIZE, NAME, NEEDED = 4, 5, 6, 10, 11, 14, 1


class SharedObject:
    """What a 64-bit little-endian shared object asks of others and gives to them."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        offset, = struct.unpack_from("<Q", self.data, 0x28)
        size, count = struct.unpack_from("<HH", self.data, 0x3A)
        self.sections = [struct.unpack_from("<IIQQQQIIQQ", self.data, offset + i * size) for i in range(count)]
        self.needed, self.asked, self.defined = [], {}, set()
        self._read_needed(self._section(SECTION_DYNAMIC))
        self._read_symbols(self._section(SECTION_SYMBOLS), self._section(SECTION_VERSIONS), self._libraries())

    def _section(self, kind):
        return next(section for section in self.sections if section[1] == kind)

    def _text(self, section, at):
        start = self.sections[section[6]][4] + at
        return self.data[start:self.data.find(b"\0", start)].decode()

    def _read_needed(self, section):
        for at in range(section[4], section[4] + section[5], 16):
            tag, value = struct.unpack_from("<QQ", self.data, at)
            if tag == NEEDED:
                self.needed.append(self._text(section, value))

    def _libraries(self):
        """For each version index, the library it belongs to."""
        section = self._section(SECTION_NEEDED_VERSIONS)
        libraries, at, more = {}, section[4], True
        while more:
            _, count, file, first, more = struct.unpack_from("<HHIII", self.data, at)
            version = at + first
            for _ in range(count):
                _, _, index, _, following = struct.unpack_from("<IHHII", self.data, version)
                libraries[index & 0x7FFF] = self._text(section, file)
                version += following
            at += more
        return libraries

    def _read_symbols(self, section, versions, libraries):
        for i in range(section[5] // 24):
            name, _, _, index = struct.unpack_from("<IBBH", self.data, section[4] + 24 * i)
            version, = struct.unpack_from("<H", self.data, versions[4] + 2 * i)
            symbol = self._text(section, name)
            if index:
                self.defined.add(symbol)
            else:
                self.asked[symbol] = libraries.get(version & 0x7FFF, "")


def library(name, symbols):
    """A shared object in which all symbols are one function."""
    header, segment = 64, 56
    strings = bytearray(b"\0" + name.encode() + b"\0")
    table = bytearray(24)
    code_at = header + 2 * segment
    table_at = code_at + len(NO_DEVICE)
    for symbol in symbols:
        table += struct.pack("<IBBHQQ", len(strings), 0x12, 0, 1, code_at, len(NO_DEVICE))
        strings += symbol.encode() + b"\0"
    count = len(symbols) + 1
    # One bucket: every symbol is followed by the next.
    chain = [0] + [i + 1 for i in range(1, count - 1)] + [0] * (count > 1)
    hashes = struct.pack(f"<III{count}I", 1, count, min(1, count - 1), *chain)
    hashes_at = table_at + len(table)
    strings_at = hashes_at + len(hashes)
    dynamic_at = (strings_at + len(strings) + 7) & ~7
    entries = [(NAME, 1), (HASH, hashes_at), (STRINGS, strings_at), (SYMBOLS, table_at),
               (STRINGS_SIZE, len(strings)), (SYMBOL_SIZE, 24), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *entry) for entry in entries)
    end = dynamic_at + len(dynamic)
    out = bytearray(b"\x7fELF\x02\x01\x01" + bytes(9))
    out += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, header, 0, 0, header, segment, 2, 0, 0, 0)
    out += struct.pack("<IIQQQQQQ", PROGRAM_LOAD, 7, 0, 0, 0, end, end, PAGE)
    out += struct.pack("<IIQQQQQQ", PROGRAM_DYNAMIC, 6, dynamic_at, dynamic_at, dynamic_at, len(dynamic), len(dynamic), 8)
    out += NO_DEVICE + table + hashes + strings
    return bytes(out.ljust(dynamic_at, b"\0") + dynamic)


def main():
    folder = Path(sysconfig.get_paths()["platlib"]) / "torch" / "lib"
    own = ("libtorch", "libc10", "libcaffe2")
    objects = [SharedObject(path) for path in sorted(folder.glob("lib*.so*")) if path.name.startswith(own)]
    defined = set().union(*(one.defined for one in objects))
    asked = {symbol: of for one in objects for symbol, of in one.asked.items() if symbol.startswith(CUDA)}
    asked = {symbol: of for symbol, of in sorted(asked.items()) if symbol not in defined}
    wanted = sorted({name for one in objects for name in one.needed if name.startswith(CUDA_LIBRARIES)})
    for name in wanted:
        (folder / name).write_bytes(library(name, [symbol for symbol, of in asked.items() if of != name]))
    print(f"{len(wanted)} libraries stubbed, {len(asked)} names")


main()
