// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Exploration;

/// <summary>One host thread's part of an exploration: it expands states and keeps those that nobody
/// had seen.</summary>
internal sealed class ExplorationWorker : IDisposable
{
    private const int OutsideInterval = 1 << 9;

    private readonly ExplorationSearch _search;
    private readonly ExplorationSite _site;
    private readonly ExplorationAction[] _actions;
    private readonly ulong[] _parent;
    private readonly ulong[] _child;
    private readonly StateHash[] _following;
    private readonly StateHash[] _others;
    private StateHash _uncached;
    private int _found;

    internal ExplorationWorker(
        ExplorationSearch search, Action<World, SimulationEvent>? afterwards)
    {
        _search = search;
        _actions = [.. search.Configuration.Actions];
        _site = new ExplorationSite(search.Configuration) { Afterwards = afterwards };
        _parent = new ulong[_site.WordCount];
        _child = new ulong[_site.WordCount];
        _following = new StateHash[_actions.Length];
        _others = new StateHash[_actions.Length];
        First = new ulong[_site.WordCount];
        _site.Save(First);
        Found = new StateArena(First);
    }

    /// <summary>The configuration's first state.</summary>
    internal ulong[] First { get; }

    /// <summary>States that this worker found on the level.</summary>
    internal StateArena Found { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _site.Dispose();

    /// <summary>Takes the first state itself.</summary>
    internal void Start()
    {
        try
        {
            _site.Check();
        }
        catch (Exception e)
        {
            _search.Fail(-1, -1, e.Message);
            return;
        }

        _search.Visited.Add(_site.Canonical());
        Found.Add(_search.Paths.Add(-1, 0), First);
    }

    /// <summary>Expands a state.</summary>
    /// <param name="arena">Where it is.</param>
    /// <param name="index">Which.</param>
    internal void Expand(StateArena arena, int index)
    {
        int number = arena.Get(index, _parent);
        _site.Load(_parent);
        if (!_site.IsExpanded) return;
        StateHash form = _site.Canonical();
        _uncached = _site.CanonicalUncached();
        int transitions = 0;
        for (int action = 0; action < _actions.Length && !_search.IsStopped; action++)
        {
            StateHash next = Step(number, action, form);
            _following[action] = next;
            if (next == default) continue;
            transitions++;
            _site.Return(_parent);
        }

        _search.AddTransitions(transitions);
        if (_search.Merges.IsSampled(form) && !_search.IsStopped)
        {
            _search.Merges.Remember(form, _following);
        }
    }

    /// <summary>Checks that the worker's world has not been damaged where nobody looked.</summary>
    internal void CheckOutside() => _site.CheckOutside();

    // The form after an action; none when it does not fit.
    private StateHash Step(int number, int action, StateHash before)
    {
        try
        {
            Link<Kernel.Objects.ExecutionContext> caller = _site.World.Current;
            bool mustDispatch = _site.MustDispatch;
            if (!_site.Apply(in _actions[action])) return default;
            StateHash form = _site.Canonical();
            // A mapping that is undone takes translations with it, which are no state.
            if (form != before && !mustDispatch && _site.IsRefused(in _actions[action], caller)
                && _site.CanonicalUncached() != _uncached)
            {
                throw new InvariantException("I32: a refused hypercall changed something");
            }

            if (_search.Visited.Add(form)) Keep(number, action);
            else if (_search.Merges.Wants(form)) Compare(number, action, form);
            return form;
        }
        catch (ExplorationException)
        {
            throw;
        }
        catch (Exception e)
        {
            // Whatever escapes the kernel is a failure of the kernel.
            _search.Fail(number, action, $"{e.GetType().Name}: {e.Message}");
            return default;
        }
    }

    private void Keep(int number, int action)
    {
        _site.Check();
        _site.Save(_child);
        Found.Add(_search.Paths.Add(number, action), _child);
        if (++_found % OutsideInterval == 0) _site.CheckOutside();
    }

    private void Compare(int number, int action, StateHash form)
    {
        _site.Check();
        _site.Save(_child);
        _site.Load(_child);
        for (int index = 0; index < _actions.Length; index++)
        {
            _others[index] = default;
            if (!_site.IsExpanded || !_site.Apply(in _actions[index])) continue;
            _others[index] = _site.Canonical();
            _site.Return(_child);
        }

        _site.Load(_parent);
        int difference = _search.Merges.FindDifference(form, _others);
        if (difference < 0) return;
        _search.Fail(number, action, "two states that were taken for one behave differently under "
            + $"'{_actions[difference].Event}'");
    }
}
