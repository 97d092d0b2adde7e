// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Outcome of a hypercall: what kind of answer it is. The <see cref="Reason"/> says
/// why.</summary>
public enum Status : byte
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>The deadline passed, or polling found nothing.</summary>
    Timeout = 1,

    /// <summary>The operation was ended because its partner was stopped or destroyed.</summary>
    Aborted = 2,

    /// <summary>No such hypercall.</summary>
    BadHypercall = 3,

    /// <summary>A selector names no capability, one of another kind, or one without the
    /// right.</summary>
    BadCapability = 4,

    /// <summary>An argument is out of its range.</summary>
    BadParameter = 5,

    /// <summary>The object or address range is already in use.</summary>
    Busy = 6,

    /// <summary>A quota or a kernel capacity is exhausted.</summary>
    NoResources = 7,

    /// <summary>The execution context is bound to another CPU.</summary>
    BadCpu = 8,

    /// <summary>The hardware or the board does not offer this.</summary>
    NotSupported = 9,
}
