// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>Checks a finished image against the board and the kernel's capacities.</summary>
public static class BoardFit
{
    /// <summary>Checks an image.</summary>
    /// <param name="model">The model.</param>
    /// <param name="image">The image.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Check(SystemModel model, SystemImage image, DiagnosticBag diagnostics)
    {
        if (image.Tables.Header.MemoryBytes > model.MemorySize)
        {
            diagnostics.Error(DiagnosticId.BoardMemoryExhausted,
                SourceMark.OfFile(model.File),
                $"the laid out system needs {SizeText.Format(image.Tables.Header.MemoryBytes)}, "
                + $"the board has {SizeText.Format(model.MemorySize)}",
                "give the board more `memory` or the partitions less");
        }

        foreach (PoolDemand demand in ImageDemand.Of(model, image.Tables))
        {
            demand.Check(model, diagnostics);
        }
    }
}
