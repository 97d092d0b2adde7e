// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>The result code of a hypercall together with its first result register.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct CallResult
{
    private readonly ulong _code;

    /// <summary>x1 as the kernel returned it; without meaning when <see cref="Code"/> is a refusal.
    /// </summary>
    public readonly ulong Value;

    /// <summary>Puts a result together, for tests.</summary>
    /// <param name="code">The result code.</param>
    /// <param name="value">The value.</param>
    public CallResult(ResultCode code, ulong value)
    {
        _code = code.Value;
        Value = value;
    }

    /// <summary>The result code.</summary>
    public ResultCode Code => new(_code);

    /// <summary>Whether the hypercall did what was asked.</summary>
    public bool IsSuccess => _code == 0;
}
