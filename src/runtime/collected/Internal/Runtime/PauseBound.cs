// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.Startup;
using System.Text;

namespace Internal.Runtime;

/// <summary>How long a collection takes at most.</summary>
internal static unsafe class PauseBound
{
    private const int LineMax = 120;

    /// <summary>Instructions, whatever the program did before.</summary>
    internal static nuint Instructions => 0;

    /// <summary>Tells the log.</summary>
    internal static void Announce()
    {
    }
}
