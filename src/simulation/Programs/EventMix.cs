// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <summary>How often the programs of a seed do what: a theme, and some hypercalls not at
/// all.</summary>
internal sealed class EventMix
{
    private const int TableLength = 1024;
    private const int Emphasis = 8;

    private static readonly Hypercall[] s_all = Enum.GetValues<Hypercall>();

    private readonly Hypercall[] _table = new Hypercall[TableLength];
    private readonly int[] _weights = new int[s_all.Length];

    /// <summary>What the seed does most.</summary>
    internal Theme Theme { get; private set; }

    /// <summary>Events out of 256 that come from outside the processor.</summary>
    internal int OutsideShare { get; private set; }

    /// <summary>Arguments out of 256 that are drawn without sense.</summary>
    internal int OddShare { get; private set; }

    /// <summary>Faults of the surroundings out of 256 events from outside.</summary>
    internal int FaultShare { get; private set; }

    /// <summary>Whether faults of the surroundings stay away, which the executable
    /// specification does not describe.</summary>
    internal bool IsSpecified { get; set; }

    /// <summary>Whether nothing of what surrounds the processors fails.</summary>
    internal bool IsFaultless => IsSpecified || FaultShare == 0;

    /// <summary>Chooses everything anew.</summary>
    internal void Draw(ref SeededRandom random)
    {
        Theme = (Theme)random.Below((int)Theme.Nonsense + 1);
        OutsideShare = Theme == Theme.Time ? 90 : random.Range(12, 48);
        OddShare = Theme == Theme.Nonsense ? 90 : random.Range(0, 14);
        FaultShare = random.OneIn(4) ? 0 : random.Range(8, 128);
        int total = 0;
        for (int index = 0; index < s_all.Length; index++)
        {
            int weight = BaseWeight(s_all[index]);
            if (IsEmphasized(Theme, s_all[index])) weight *= Emphasis;
            else if (random.OneIn(10)) weight = 0;
            _weights[index] = weight;
            total += weight;
        }
        Spread(total);
    }

    /// <summary>A hypercall.</summary>
    internal Hypercall NextHypercall(ref SeededRandom random) => _table[random.Below(TableLength)];

    private void Spread(int total)
    {
        int passed = 0;
        int start = 0;
        for (int index = 0; index < s_all.Length; index++)
        {
            passed += _weights[index];
            int end = passed * TableLength / total;
            for (; start < end; start++) _table[start] = s_all[index];
        }
    }

    private static int BaseWeight(Hypercall number) => number switch
    {
        Hypercall.Call => 16,
        Hypercall.Reply or Hypercall.CallUntil => 4,
        Hypercall.SemaphoreUp or Hypercall.SemaphoreDown => 10,
        Hypercall.VirtualInterrupt => 8,
        Hypercall.Map or Hypercall.Unmap or Hypercall.Delegate => 4,
        Hypercall.AcknowledgeInterrupt or Hypercall.Yield => 3,
        Hypercall.Recall => 5,
        Hypercall.AddWindow or Hypercall.SwitchSchedule => 1,
        Hypercall.None or Hypercall.Stop or Hypercall.Shutdown or Hypercall.ConsoleWrite => 1,
        _ => 2,
    };

    private static bool IsEmphasized(Theme theme, Hypercall number) => theme switch
    {
        Theme.Communication => number is Hypercall.Call or Hypercall.Reply
            or Hypercall.CallUntil or Hypercall.SemaphoreUp or Hypercall.SemaphoreDown,
        Theme.Capabilities => number is Hypercall.Delegate or Hypercall.Revoke
            or Hypercall.Discard or Hypercall.CreateSegment or Hypercall.CreateSemaphore,
        Theme.Memory => number is Hypercall.Map or Hypercall.Unmap or Hypercall.CreateSegment
            or Hypercall.Revoke or Hypercall.CreateDomain,
        Theme.Machines => number is Hypercall.VirtualInterrupt or Hypercall.Recall
            or Hypercall.CreateVcpu or Hypercall.BindInterruptToVcpu or Hypercall.Reply,
        Theme.Time => number is Hypercall.SemaphoreDown or Hypercall.CreateSchedulingContext
            or Hypercall.Yield or Hypercall.ConsumedTime or Hypercall.SwitchSchedule
            or Hypercall.CallUntil,
        Theme.Destruction => number is Hypercall.Revoke or Hypercall.Discard or Hypercall.Stop
            or Hypercall.CreateDomain or Hypercall.CreateThread,
        Theme.Exhaustion => number is >= Hypercall.CreateDomain and <= Hypercall.CreateSegment,
        _ => false,
    };
}
