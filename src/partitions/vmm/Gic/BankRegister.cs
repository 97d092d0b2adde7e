// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Gic;

/// <summary>
/// Offset of a register that exists per interrupt. The distributor and the redistributor's SGI
/// frame lay these out alike (Arm GIC architecture IHI 0069, tables 12-27 and 12-30), so one
/// decoder serves both.
/// </summary>
public readonly struct BankRegister
{
    /// <summary>First offset of the per-interrupt registers.</summary>
    public const uint FirstOffset = 0x080;

    /// <summary>First offset behind the per-interrupt registers.</summary>
    public const uint EndOffset = 0xd00;

    private readonly uint _offset;

    /// <summary>Takes an offset.</summary>
    /// <param name="offset"><see cref="FirstOffset"/> to <see cref="EndOffset"/> - 1.</param>
    public BankRegister(uint offset) { _offset = offset; }

    /// <summary>Which register.</summary>
    public BankRegisterKind Kind => (_offset >> 7) switch
    {
        1 => BankRegisterKind.Group,
        2 => BankRegisterKind.SetEnable,
        3 => BankRegisterKind.ClearEnable,
        4 => BankRegisterKind.SetPending,
        5 => BankRegisterKind.ClearPending,
        6 => BankRegisterKind.SetActive,
        7 => BankRegisterKind.ClearActive,
        >= 8 and < 16 => BankRegisterKind.Priority,
        24 or 25 => BankRegisterKind.Configuration,
        _ => BankRegisterKind.Reserved,
    };

    /// <summary>Which 32 interrupts, 0 to 31.</summary>
    public uint Bank => Kind switch
    {
        BankRegisterKind.Priority => (_offset - 0x400) >> 5,
        BankRegisterKind.Configuration => (_offset - 0xc00) >> 3,
        _ => (_offset >> 2) & 31,
    };

    /// <summary>First interrupt of the bank that the register's lowest bits belong to: 0 to
    /// 31.</summary>
    public int FirstIndex => Kind switch
    {
        BankRegisterKind.Priority => (int)(_offset & 31),
        BankRegisterKind.Configuration => (int)((_offset & 4) << 2),
        _ => 0,
    };

    /// <summary>Whether the architecture allows an access of this width: words, and bytes for
    /// priorities (IHI 0069, 12.1.3); any other width reads as zero and is ignored when
    /// written.</summary>
    /// <param name="bytes">1, 2, 4 or 8; the offset is a multiple of it.</param>
    /// <returns>Whether it is allowed.</returns>
    public bool Allows(uint bytes) =>
        bytes == 4 || (bytes == 1 && Kind == BankRegisterKind.Priority);
}
