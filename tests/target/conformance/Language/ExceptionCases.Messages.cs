// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

internal static partial class ExceptionCases
{
    private static void AddMessages(CaseList list)
    {
        list.Add("message.null-argument", () => throw new ArgumentNullException("name"));
        list.Add("message.argument", () => throw new ArgumentException("bad", "name"));
        list.Add("message.range", () => throw new ArgumentOutOfRangeException("name"));
        list.Add("message.range-value", () =>
            throw new ArgumentOutOfRangeException("name", 5, "too much"));
        list.Add("message.null-reference", () => throw new NullReferenceException());
        list.Add("message.not-supported", () => throw new NotSupportedException());
        list.Add("message.not-implemented", () => throw new NotImplementedException());
        list.Add("message.invalid", () => throw new InvalidOperationException());
        list.Add("message.timeout", () => throw new TimeoutException());
        list.Add("message.cancelled", () => throw new OperationCanceledException());
        list.Add("message.format", () => throw new FormatException());
        list.Add("message.own", () => throw new OwnException("mine", 3));
        list.Add("message.memory", () => throw new OutOfMemoryException());
        list.Add("message.disposed", () => throw new ObjectDisposedException("thing"));
        list.Add("message.throw-if-null", () =>
        {
            string? name = null;
            ArgumentNullException.ThrowIfNull(name);
            return name;
        });
        list.Add("message.throw-if-negative", () =>
        {
            int count = -3;
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            return count;
        });
        list.Add("message.throw-if-greater", () =>
        {
            int count = 9;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 5);
            return count;
        });
        list.Add("message.throw-if-empty", () =>
        {
            string name = "";
            ArgumentException.ThrowIfNullOrEmpty(name);
            return name;
        });
    }

    private static void AddFaults(CaseList list)
    {
        list.Add("fault.divide", () => 10 / Zero());
        list.Add("fault.remainder", () => 10 % Zero());
        list.Add("fault.divide-long", () => 10L / Zero());
        list.Add("fault.divide-overflow", () => (int.MinValue + Zero()) / (Zero() - 1));
        list.Add("fault.checked-add", () => checked(int.MaxValue + One()));
        list.Add("fault.checked-multiply", () => checked((long.MaxValue / 2 + One()) * 2));
        list.Add("fault.checked-cast", () => checked((byte)(255 + One())));
        list.Add("fault.checked-negative", () => checked((uint)(Zero() - 1)));
        list.Add("fault.index", () => (new int[3])[3 + Zero()]);
        list.Add("fault.string-index", () => "abc"[3 + Zero()]);
        list.Add("fault.span-index", () => new Span<int>(new int[2])[2 + Zero()]);
        list.Add("fault.slice", () => new Span<int>(new int[2]).Slice(3 + Zero()).Length);
        list.Add("fault.key", () => new Dictionary<string, int>()["missing"]);
        list.Add("fault.list", () => new List<int>()[Zero()]);
        list.Add("fault.empty-queue", () => new Queue<int>().Dequeue());
        list.Add("fault.modified", () =>
        {
            List<int> l = [1, 2];
            foreach (int n in l) l.Add(n);
            return l.Count;
        });
        list.Add("fault.stackalloc", () =>
        {
            Span<int> s = stackalloc int[4];
            return s[4 + Zero()];
        });
    }
}
