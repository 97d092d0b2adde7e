// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics;

namespace Bulkhead.Conformance.Library;

/// <summary>TimeSpan and Stopwatch.</summary>
internal static class TimeCases
{
    internal static void Add(CaseList list)
    {
        list.Add("time.text", () => new TimeSpan(1, 2, 3));
        list.Add("time.text-days", () => new TimeSpan(4, 3, 2, 1, 50));
        list.Add("time.text-negative", () => -new TimeSpan(0, 0, 90));
        list.Add("time.text-fraction", () => TimeSpan.FromTicks(12345));
        list.Add("time.format-g", () => new TimeSpan(0, 3, 2, 1, 500).ToString("g"));
        list.Add("time.format-G", () => new TimeSpan(0, 3, 2, 1, 500).ToString("G"));
        list.Add("time.format-c", () => $"{TimeSpan.FromSeconds(3661):c}");
        list.Add("time.from-seconds", () => TimeSpan.FromSeconds(1.5).Ticks);
        list.Add("time.from-milliseconds", () => TimeSpan.FromMilliseconds(1500));
        list.Add("time.from-minutes", () => TimeSpan.FromMinutes(90).TotalHours);
        list.Add("time.from-nan", () => TimeSpan.FromSeconds(double.NaN));
        list.Add("time.from-large", () => TimeSpan.FromDays(1e20));
        list.Add("time.parts", () =>
        {
            TimeSpan t = new(1, 2, 3, 4, 5);
            return t.Days + " " + t.Hours + " " + t.Minutes + " " + t.Seconds + " "
                + t.Milliseconds;
        });
        list.Add("time.totals", () => TimeSpan.FromHours(1.5).TotalMinutes);
        list.Add("time.add", () => TimeSpan.FromHours(1) + TimeSpan.FromMinutes(30));
        list.Add("time.subtract", () => TimeSpan.FromHours(1) - TimeSpan.FromMinutes(90));
        list.Add("time.multiply", () => TimeSpan.FromSeconds(10) * 1.5);
        list.Add("time.divide", () =>
            TimeSpan.FromSeconds(10) / 4 + " "
                + TimeSpan.FromSeconds(10) / TimeSpan.FromSeconds(4));
        list.Add("time.compare", () => TimeSpan.FromSeconds(1) < TimeSpan.FromSeconds(2));
        list.Add("time.equals", () => TimeSpan.FromSeconds(60) == TimeSpan.FromMinutes(1));
        list.Add("time.duration", () => TimeSpan.FromSeconds(-5).Duration());
        list.Add("time.overflow", () => TimeSpan.MaxValue + TimeSpan.FromTicks(1));
        list.Add("stopwatch.runs", () =>
        {
            Stopwatch w = Stopwatch.StartNew();
            w.Stop();
            return w.ElapsedTicks >= 0 && !w.IsRunning;
        });
        list.Add("stopwatch.rises", () => Stopwatch.GetTimestamp() <= Stopwatch.GetTimestamp());
        list.Add("stopwatch.elapsed", () => Stopwatch.GetElapsedTime(0, Stopwatch.Frequency));
    }
}
