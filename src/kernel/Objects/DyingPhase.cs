// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>How far the end of a domain has come; the order matters.</summary>
public enum DyingPhase : byte
{
    /// <summary>It lives, or is none.</summary>
    None = 0,

    /// <summary>Its contexts are being stopped.</summary>
    Stopping = 1,

    /// <summary>Its mappings are being removed.</summary>
    Mappings = 2,

    /// <summary>The capabilities in its space are being removed.</summary>
    Slots = 3,

    /// <summary>Its contexts are being destroyed.</summary>
    Contexts = 4,

    /// <summary>The domains that it pays for are being ended.</summary>
    Domains = 5,

    /// <summary>Nothing is left of it.</summary>
    Over = 6,
}
