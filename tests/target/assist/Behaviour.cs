// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Assist;

/// <summary>How the partition misbehaves: its argument in the description.</summary>
public enum Behaviour : ulong
{
    /// <summary>Reads address 0.</summary>
    Null = 1,

    /// <summary>Writes to its own text.</summary>
    Text = 2,

    /// <summary>Executes its own stack.</summary>
    Jump = 3,

    /// <summary>Executes an undefined instruction.</summary>
    Undefined = 4,

    /// <summary>Uses up its stack.</summary>
    Overflow = 5,

    /// <summary>Reads the memory that another partition has, by its host address.</summary>
    Host = 6,

    /// <summary>Writes to a device that it does not own.</summary>
    Device = 7,

    /// <summary>Leaves a span, which the language notices.</summary>
    Index = 8,

    /// <summary>Its server thread does something wrong when it is called.</summary>
    Server = 9,

    /// <summary>Never rests.</summary>
    Spin = 10,

    /// <summary>Makes every hypercall with nonsense, without end.</summary>
    Storm = 11,

    /// <summary>Prints without end, with control sequences and other partitions' tags.</summary>
    Flood = 12,
}
