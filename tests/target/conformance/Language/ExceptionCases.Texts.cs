// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

internal static partial class ExceptionCases
{
    private sealed class MarkedException<T>(T mark) : Exception
    {
        public override string Message => "marked " + mark;
    }

    private sealed class SilentException() : Exception("")
    {
    }

    private sealed class SpokenException : Exception
    {
        public override string ToString() => "spoken";
    }

    // Of exceptions that were not thrown: frames have no counterpart on the host.
    private static void AddTexts(CaseList list)
    {
        list.Add("text.plain", () => new InvalidOperationException("message").ToString());
        list.Add("text.default", () => new FormatException().ToString());
        list.Add("text.base", () => new Exception().ToString());
        list.Add("text.empty", () => new SilentException().ToString());
        list.Add("text.nested-type", () => new OwnException("mine", 2).ToString());
        list.Add("text.generic-type", () => new MarkedException<int>(5).ToString());
        list.Add("text.generic-of-text", () => new MarkedException<string>("m").ToString());
        list.Add("text.generic-of-list", () =>
            new MarkedException<List<Dictionary<int, string[]>>>(null!).ToString());
        list.Add("text.parameter", () => new ArgumentException("bad", "name").ToString());
        list.Add("text.range", () => new ArgumentOutOfRangeException("name", 5, "much").ToString());
        list.Add("text.disposed", () => new ObjectDisposedException("thing").ToString());
        list.Add("text.inner", () => new InvalidOperationException(
            "outer", new FormatException("inner")).ToString());
        list.Add("text.inner-twice", () => new Exception(
            "a", new Exception("b", new Exception("c"))).ToString());
        list.Add("text.inner-own", () => new Exception("a", new SpokenException()).ToString());
        list.Add("text.interpolated", () => $"[{new TimeoutException("late")}]");
        list.Add("text.aggregate", () => new AggregateException(
            "both", new FormatException("one"), new TimeoutException("two")).ToString());
        list.Add("text.aggregate-message", () => new AggregateException(
            new FormatException("one"), new TimeoutException("two")).Message);
        list.Add("text.thrown-begins", () =>
        {
            try
            {
                Throw("a");
                return "no";
            }
            catch (OwnException error)
            {
                string text = error.ToString();
                string head = text.Substring(0, text.IndexOf('\n'));
                return head + (error.StackTrace is { Length: > 0 });
            }
        });
        list.Add("text.no-trace", () => new Exception("a").StackTrace is null);
        list.Add("text.base-exception", () => new Exception(
            "a", new Exception("b", new FormatException("c"))).GetBaseException().Message);
    }
}
