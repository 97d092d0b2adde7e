// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance;

/// <summary>A test case: what it is called and what it computes.</summary>
public sealed class Case
{
    private readonly Func<object?> _body;

    /// <summary>Makes a case.</summary>
    /// <param name="group">Name of the cases that stand together.</param>
    /// <param name="number">Its number among them.</param>
    /// <param name="name">Its name: area and subject.</param>
    /// <param name="body">What it computes.</param>
    /// <param name="usesThreads">Whether several threads share its objects.</param>
    public Case(string group, int number, string name, Func<object?> body, bool usesThreads)
    {
        UsesThreads = usesThreads;
        Group = group;
        Number = number;
        Name = name;
        _body = body;
    }

    /// <summary>Name of the cases that stand together.</summary>
    public string Group { get; }

    /// <summary>Its number among them, from 0.</summary>
    public int Number { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether several threads share its objects: then these cannot lie in a scope, which
    /// belongs to one.</summary>
    public bool UsesThreads { get; }

    /// <summary>Runs the case.</summary>
    /// <returns>The result's text; for an exception its message.</returns>
    public string Run()
    {
        try
        {
            return _body()?.ToString() ?? "(null)";
        }
        catch (Exception error)
        {
            return "! " + error.Message;
        }
    }
}
