// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>
/// The PL011's registers as the guest reads them, word n at offset 4n. Derived ones (flags, masked
/// interrupts) are kept up to date when their sources change, so that a read is a load.
/// </summary>
[InlineArray(WordsMax)]
public struct UartRegisterFile
{
    /// <summary>Words: UARTDR, which is not kept here, to UARTDMACR.</summary>
    public const int WordsMax = (int)(UartRegister.DmaControl / 4) + 1;

    private uint _element;
}
