// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureZoo;

internal static class ControlAnimals
{
    private static ulong _depth;

    internal static void Run(ref ZooReport report, ulong seed)
    {
        report.Line("switch"u8, Choose(seed) + (Choose(seed + 1) << 8) + (Choose(99) << 16));
        using (new Guard(ref _depth))
            report.Line("inside using"u8, _depth);
        report.Line("after using"u8, _depth);
        report.Line("finally"u8, Finally(seed));
        report.Line("pattern"u8, seed is > 2 and < 10);
        scoped ref ulong smaller = ref Smaller(ref seed, ref _depth);
        smaller += 10;
        report.Line("ref return"u8, _depth);
    }

    private static ulong Choose(ulong value) => value switch
    {
        0 => 10,
        1 => 13,
        2 => 17,
        3 => 25,
        4 => 31,
        5 => 44,
        _ => 1,
    };

    private static ulong Finally(ulong value)
    {
        try
        {
            if (value == 3)
                return 5;
            return 6;
        }
        finally
        {
            _depth += 100;
        }
    }

    private static ref ulong Smaller(ref ulong left, ref ulong right) =>
        ref left < right ? ref left : ref right;

    private readonly ref struct Guard
    {
        private readonly ref ulong _depth;

        internal Guard(ref ulong depth)
        {
            _depth = ref depth;
            depth++;
        }

        public void Dispose() => _depth--;
    }
}
