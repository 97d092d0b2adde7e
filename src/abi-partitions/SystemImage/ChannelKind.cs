// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi.SystemImage;

/// <summary>Kinds of <see cref="ChannelRecord"/>.</summary>
public enum ChannelKind : uint
{
    /// <summary>Invalid.</summary>
    None = 0,

    /// <summary>Text from the client to the console server.</summary>
    Log = 1,

    /// <summary>Text both ways: the client also gets console input while it has the
    /// focus.</summary>
    Terminal = 2,

    /// <summary>A portal of the serving partition that the client may call, for programs of their
    /// own protocol: the n-th such channel of a client is at selector <see cref="Selectors.Free"/>
    /// - 16 + n.</summary>
    Portal = 3,
}
