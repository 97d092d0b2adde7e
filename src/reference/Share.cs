// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A scheduling context: a share of a CPU's time, and what became of it.</summary>
public sealed class Share
{
    internal Share(Worker worker, in ShareTerms terms, ulong now)
    {
        Worker = worker;
        Terms = terms;
        Left = terms.Budget;
        Created = now;
    }

    /// <summary>Whose time it is.</summary>
    public Worker Worker { get; }

    /// <summary>What was agreed on.</summary>
    public ShareTerms Terms { get; }

    /// <summary>When it was created, and so when its first period began.</summary>
    public ulong Created { get; }

    /// <summary>Ticks for which its worker has run.</summary>
    public ulong Consumed { get; internal set; }

    /// <summary>Ticks left of its budget in this period or turn.</summary>
    public ulong Left { get; internal set; }

    /// <summary>What it had consumed when its turn ended while nobody was there to have the next
    /// one.</summary>
    internal ulong ConsumedAtEnd { get; set; }

    /// <summary>Since when it stands in line with its equals.</summary>
    public Place Place { get; internal set; }

    /// <summary>Whether its budget is a turn, after which an equal one has its own.</summary>
    public bool HasTurns => Terms.Budget != 0 && Terms.Period == 0;

    /// <summary>Whether it must wait for its next period.</summary>
    public bool IsUsedUp { get; internal set; }

    /// <summary>Whether its turn is over.</summary>
    public bool IsTurnOver => HasTurns && Left == 0;

    /// <summary>Whether it was given to a thread that waited already, and nobody has noticed.
    /// </summary>
    internal bool WaitsUnnoticed { get; set; }

    /// <summary>Whether it stands in line with its equals.</summary>
    public bool IsInLine => IsReady || (Worker.Share == this && WaitsUnnoticed);

    /// <summary>Whether it competes for its CPU, as far as windows let it.</summary>
    public bool IsReady => Worker.Share == this && Worker.WaitsFor is null && !IsUsedUp;

    /// <summary>When its next period begins.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Ticks; all ones: it has no periods.</returns>
    public ulong NextPeriod(ulong now) =>
        Terms.Period == 0 ? ulong.MaxValue : now + Terms.Period - ((now - Created) % Terms.Period);

    /// <summary>Whether another one has turns with it.</summary>
    /// <param name="other">Another one.</param>
    /// <returns>Whether CPU, time partition and priority are the same.</returns>
    public bool IsEqual(Share other) =>
        other != this && other.Worker.Cpu == Worker.Cpu && other.Terms.Priority == Terms.Priority
        && other.Terms.Partition == Terms.Partition;
}
