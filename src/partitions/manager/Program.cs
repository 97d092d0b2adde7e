// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// The partition manager: the first and only program that the kernel starts. It checks the whole
/// system image, builds every partition with exactly what the image lists, and from then on only
/// reports what goes wrong: faults when it is called, overruns by itself.
/// </summary>
public static class Program
{
    private static ManagerService s_service;

    /// <summary>Builds the system or refuses to.</summary>
    /// <param name="image">Address at which the kernel mapped the system image;
    /// <see cref="Steward.Argument"/> for the thread that restarts partitions.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong image)
    {
        if (image == Steward.Argument)
        {
            Steward.Run();
            return;
        }
        // The kernel has checked the header, so the size in it is the size of the mapping.
        ulong headerBytes = (uint)Records.SizeOf<SystemImageHeader>();
        var window = MemoryWindow.OfMapping(image, headerBytes, MemoryAccess.Read);
        var header = new ImageView(window.Read(0, (int)headerBytes));
        ulong bytes = header.Header.TotalBytes;
        if (bytes > int.MaxValue)
        {
            Refuse(new Verdict(Reason.ImageCapacity, ImageItem.Header), header);
            return;
        }
        window = MemoryWindow.OfMapping(image, bytes, MemoryAccess.Read);
        Verdict verdict = ImageCheck.Check(window.Read(0, (int)bytes));
        var view = new ImageView(window.Read(0, (int)bytes));
        if (verdict.IsAccepted) Build(view, image);
        else Refuse(verdict, view);
    }

    /// <summary>Serves faults and reports.</summary>
    /// <param name="message">The request; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => s_service.Serve(ref message);

    private static void Refuse(Verdict verdict, ImageView view)
    {
        var line = default(TextBuffer);
        // Content is checked last: only then can the tables be trusted.
        if (verdict.Reason != Reason.ImagePayloadHash) Refusal.Describe(ref line, verdict);
        else Refusal.Describe(ref line, verdict, in view);
        Refusal.Enforce(in line);
    }

    private static void Build(ImageView view, ulong image)
    {
        s_service.Initialize(in view);
        ulong frequency = Kernel.SystemInfo(SystemInfoItem.CounterFrequency).Value;
        var context = new BuildContext(view, frequency);
        if (!SystemBuilder.Build(ref context))
        {
            var line = default(TextBuffer);
            Refusal.Describe(ref line, in context);
            Refusal.Enforce(in line);
            return;
        }
        Relinquisher.Relinquish(in view, image);
        Steward.TakeOver(in context);
        OverrunMonitor.Run(in context, ref s_service);
    }
}
