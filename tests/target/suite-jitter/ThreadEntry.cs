// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Entries of the assembly files, in the order of the table in measure.S.</summary>
public enum ThreadEntry : uint
{
    /// <summary>Measures when its window begins.</summary>
    Victim = 0,

    /// <summary>Works once in each period.</summary>
    Control = 1,

    /// <summary>The first attack; the others follow in the order of <see cref="Attack"/>.</summary>
    FirstAttack = 2,
}
