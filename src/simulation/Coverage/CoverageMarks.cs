// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Coverage;

/// <summary>
/// How often a campaign met what it must meet: counters in one array, so that counting costs
/// nothing, with a name for each.
/// </summary>
public sealed class CoverageMarks
{
    /// <summary>How often each mark must be met in a whole campaign.</summary>
    public const ulong Wanted = 100;

    private const int Reasons = 16;
    private const int Successes = 80;
    private const int Exhausted = 144;
    private const int States = 208;
    private const int SchedulingStates = 216;
    private const int CallKinds = 224;
    private const int Events = 232;
    private const int Exits = 296;
    private const int Marks = 304;
    private const int Length = 368;

    // What no simulated system can meet, what is the boot's, and what has no success.
    private static readonly string[] s_unreachable =
    [
        "Status.NotSupported", "Reason.DerivationDepth", "Reason.VmidExhausted",
        "Reason.ImageMagic", "Success.None", "Event.None", "Event.Use",
    ];

    private static readonly Hypercall[] s_pools =
    [
        Hypercall.CreateDomain, Hypercall.CreateThread, Hypercall.CreateVcpu,
        Hypercall.CreateSchedulingContext, Hypercall.CreatePortal, Hypercall.CreateSemaphore,
        Hypercall.CreateSegment, Hypercall.Map, Hypercall.AddWindow,
    ];

    private static readonly string[] s_names = MakeNames();

    private readonly ulong[] _counts = new ulong[Length];

    /// <summary>Names of the marks by place; empty where there is none.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>How often each was met, by place.</summary>
    public ReadOnlySpan<ulong> Counts => _counts;

    /// <summary>Marks that were met less often than they must be in a whole campaign.</summary>
    public IEnumerable<string> Missing => Enumerable.Range(0, Length)
        .Where(place => s_names[place].Length != 0 && _counts[place] < Wanted)
        .Select(place => s_names[place]);

    /// <summary>Adds what another campaign met.</summary>
    /// <param name="other">Its marks.</param>
    public void Add(CoverageMarks other)
    {
        for (int place = 0; place < Length; place++) _counts[place] += other._counts[place];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>Adds a count by name, such as one that was kept in a file.</summary>
    /// <param name="name">One of <see cref="Names"/>; another is ignored.</param>
    /// <param name="count">How often.</param>
    public void Add(string name, ulong count)
    {
        int place = name.Length == 0 ? -1 : Array.IndexOf(s_names, name);
        if (place >= 0) _counts[place] += count;
    }

    /// <summary>How often a mark was met.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>The count.</returns>
    public ulong this[Mark mark] => _counts[Marks + (int)mark];

    internal void Count(Mark mark) => _counts[Marks + (int)mark]++;

    internal void Count(ContextState state) => _counts[States + (int)state]++;

    internal void Count(SchedulingState state) => _counts[SchedulingStates + (int)state]++;

    internal void Count(CallKind kind) => _counts[CallKinds + (int)kind]++;

    internal void Count(EventKind kind) => _counts[Events + (int)kind]++;

    internal void Count(ExitKind kind) => _counts[Exits + (int)kind]++;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Count(Hypercall number, ResultCode result)
    {
        _counts[(int)result.Status & 15]++;
        if (result.IsSuccess)
        {
            if ((uint)number < 64) _counts[Successes + (int)number]++;
            return;
        }
        if ((uint)result.Reason >= 64) return;
        _counts[Reasons + (int)result.Reason]++;
        if (result.Reason == Reason.PoolExhausted && (uint)number < 64)
        {
            _counts[Exhausted + (int)number]++;
        }
    }

    private static string[] MakeNames()
    {
        string[] names = new string[Length];
        Array.Fill(names, "");
        Name<Status>(names, 0, "Status");
        Name<Reason>(names, Reasons, "Reason");
        Name<Hypercall>(names, Successes, "Success");
        foreach (Hypercall pool in s_pools) names[Exhausted + (int)pool] = $"Exhausted.{pool}";
        Name<ContextState>(names, States, "Context");
        Name<SchedulingState>(names, SchedulingStates, "Scheduling");
        Name<CallKind>(names, CallKinds, "Call");
        Name<EventKind>(names, Events, "Event");
        Name<ExitKind>(names, Exits, "Exit");
        Name<Mark>(names, Marks, "Mark");
        names[Reasons] = "";
        foreach (string name in s_unreachable)
        {
            int place = Array.IndexOf(names, name);
            if (place >= 0) names[place] = "";
        }
        return names;
    }

    // Reasons from 64 upward are the boot's.
    private static void Name<T>(string[] names, int first, string prefix)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            int number = Convert.ToInt32(value, null);
            if (number < 64) names[first + number] = $"{prefix}.{value}";
        }
    }
}
