// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Asp.Arm64;

/// <summary>Device registers. Plain stores to one address may be merged or dropped by the compiler;
/// volatile ones may not.
/// </summary>
internal static class Mmio
{
    internal static unsafe uint Read32(ulong address)
    {
        // SAFETY: only board constants plus in-range offsets come here; the first stage maps them
        // as device memory.
        return Volatile.Read(ref *(uint*)address);
    }

    internal static unsafe void Write32(ulong address, uint value)
    {
        // SAFETY: as above.
        Volatile.Write(ref *(uint*)address, value);
    }

    internal static unsafe void Write64(ulong address, ulong value)
    {
        // SAFETY: as above.
        Volatile.Write(ref *(ulong*)address, value);
    }
}
