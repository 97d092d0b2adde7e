// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>After which events an invariant is looked at in the quick depth.</summary>
internal enum CheckScope
{
    /// <summary>After every event.</summary>
    Always,

    /// <summary>When objects or capabilities may have come or gone.</summary>
    Objects,

    /// <summary>When tables, or the capabilities that their mappings stand on, may have
    /// changed.</summary>
    Tables,

    /// <summary>When tables, their owners or mappings did change.</summary>
    ChangedTables,
}
