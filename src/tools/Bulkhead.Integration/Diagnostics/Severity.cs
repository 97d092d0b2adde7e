// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Diagnostics;

/// <summary>What a diagnostic does to the build.</summary>
public enum Severity
{
    /// <summary>Worth knowing; the build goes on.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}
