// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace System;

/// <summary>Several exceptions in one.</summary>
public class AggregateException : Exception
{
    private const string Usual = "One or more errors occurred.";

    private readonly Exception[] _all;

    public AggregateException()
        : this(Usual)
    {
    }

    public AggregateException(string? message)
        : base(message ?? Usual) => _all = [];

    public AggregateException(string? message, Exception innerException)
        : base(message ?? Usual, innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException);
        _all = [innerException];
    }

    public AggregateException(IEnumerable<Exception> innerExceptions)
        : this(Usual, innerExceptions)
    {
    }

    public AggregateException(params Exception[] innerExceptions)
        : this(Usual, innerExceptions)
    {
    }

    public AggregateException(string? message, IEnumerable<Exception> innerExceptions)
        : this(message, new List<Exception>(innerExceptions).ToArray())
    {
    }

    public AggregateException(string? message, params Exception[] innerExceptions)
        : base(message ?? Usual, innerExceptions.Length == 0 ? null : innerExceptions[0]) =>
        _all = innerExceptions;

    public ReadOnlyCollection<Exception> InnerExceptions => new(_all);

    public override string Message
    {
        get
        {
            string text = base.Message;
            foreach (Exception one in _all)
                text = text + " (" + one.Message + ")";
            return text;
        }
    }

    /// <summary>The text with that of each inner exception; the first is the usual inner
    /// one.</summary>
    public override string ToString()
    {
        string text = base.ToString();
        for (int index = 1; index < _all.Length; index++)
        {
            if (_all[index] == InnerException)
                continue;
            text = text + "\n ---> (Inner Exception #" + index + ") " + _all[index] + "<---\n";
        }
        return text;
    }

    /// <summary>Takes out those that somebody has handled; throws the others.</summary>
    public void Handle(Func<Exception, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        List<Exception> rest = [];
        foreach (Exception one in _all)
        {
            if (!predicate(one))
                rest.Add(one);
        }
        if (rest.Count != 0)
            throw new AggregateException(base.Message, rest);
    }
}
