// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.Suite.Hostile;

/// <summary>A guest needs no C#, a project does.</summary>
public static class Anchor
{
    /// <summary>Nothing.</summary>
    [RuntimeExport("hostile_anchor")]
    public static void None()
    {
    }
}
