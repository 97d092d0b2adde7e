// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Tests.Elf;

namespace Bulkhead.Integration.Tests.Emit;

public sealed class SystemPreparerTests : IDisposable
{
    private static readonly Dictionary<string, GuestSetup> s_noGuests = [];
    private readonly SystemFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Lists_each_project_once()
    {
        IReadOnlyList<string> projects = SystemPreparer.Projects(_fixture.Model);
        Assert.Equal(["manager", "vmm", "control", "console"],
            projects.Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void Refuses_a_program_that_does_not_fit_its_memory()
    {
        Assert.Null(_fixture.Prepare(0x3f_0000));
        Assert.Equal(2, _fixture.Diagnostics.Count(d => d.Id == DiagnosticId.ImageTooLarge));
    }

    [Fact]
    public void Refuses_a_kernel_that_is_linked_elsewhere()
    {
        SystemPreparer preparer = new(_fixture.Model, _fixture.Diagnostics);
        Assert.Null(preparer.Prepare(SystemFixture.Kernel(0x5000_0000),
            _ => SystemFixture.Program(0x1000), s_noGuests));
        Assert.Equal(DiagnosticId.BadProgram, Assert.Single(_fixture.Diagnostics).Id);
    }

    [Fact]
    public void Refuses_programs_that_are_not_linked_as_partitions_are()
    {
        byte[][] wrong =
        [
            [1, 2, 3],
            new ElfBuilder().Segment(0x40_0000, [1], 1).Build(),
            new ElfBuilder().Segment(0x40_0010, [1], 1).Build(),
            new ElfBuilder().Segment(0x1000, [1], 1).Build(),
            new ElfBuilder().Segment(0x40_0000, [1], 1, flags: 7).Build(),
            new ElfBuilder().Segment(0x40_0000, [1], 0x2000).Segment(0x40_1000, [1], 1).Build(),
        ];
        foreach (byte[] file in wrong)
        {
            DiagnosticBag diagnostics = new();
            Assert.Null(new SystemPreparer(_fixture.Model, diagnostics)
                .Prepare(SystemFixture.Kernel(), _ => file, s_noGuests));
            Assert.Contains(diagnostics, d => d.Id == DiagnosticId.BadProgram);
        }
    }

    [Fact]
    public void Refuses_a_system_that_the_board_cannot_hold()
    {
        SystemModel small = _fixture.Model with { MemorySize = 32 << 20 };
        BoardFit.Check(small, _fixture.Image, _fixture.Diagnostics);
        Assert.Equal(
            DiagnosticId.BoardMemoryExhausted, Assert.Single(_fixture.Diagnostics).Id);
    }
}
