// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.FeatureZoo;

/// <summary>Runs every animal.</summary>
public static class Zoo
{
    private static ZooReport _report;

    /// <summary>
    /// Runs all; values come from the seed so that nothing is computed by a compiler.
    /// </summary>
    /// <param name="report">Gets the lines.</param>
    /// <param name="seed">3; anything else gives other lines.</param>
    public static void Run(ref ZooReport report, ulong seed)
    {
        IntegerAnimals.Run(ref report, seed);
        SpanAnimals.Run(ref report, seed);
        BufferAnimals.Run(ref report, seed);
        AtomicAnimals.Run(ref report, seed);
        TypeAnimals.Run(ref report, seed);
        ControlAnimals.Run(ref report, seed);
    }

    /// <summary>Entry on the bare machine.</summary>
    /// <returns>Count of bytes written.</returns>
    [RuntimeExport("zoo_run")]
    public static int RunNative(ulong seed)
    {
        Run(ref _report, seed);
        return _report.Text.Length;
    }

    /// <summary>Where the bytes lie.</summary>
    [RuntimeExport("zoo_text")]
    public static ref readonly byte NativeText() => ref _report.Text[0];

    /// <summary>Leaves a span: the panic entry must get reason 1.</summary>
    [RuntimeExport("zoo_panic")]
    public static byte Panic(ulong seed) => _report.Text[(int)seed + 100_000];
}
