// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads a description into a validated model, reporting every error on the way.</summary>
public sealed class SystemReader
{
    private readonly DiagnosticBag _diagnostics;
    private readonly SourceLocator _locator;
    private readonly string _file;

    private SystemReader(string file, string treeRoot, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        _locator = new SourceLocator(folder, treeRoot, diagnostics);
    }

    /// <summary>Reads a description file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="treeRoot">Root of the Bulkhead tree.</param>
    /// <param name="diagnostics">Receives every error and warning.</param>
    /// <returns>The model, or null when there is an error.</returns>
    public static SystemModel? ReadFile(string file, string treeRoot, DiagnosticBag diagnostics)
    {
        try
        {
            return ReadText(file, File.ReadAllText(file), treeRoot, diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticId.FileUnreadable, SourceMark.OfFile(file),
                e is FileNotFoundException or DirectoryNotFoundException
                    ? "there is no such file" : $"it cannot be read: {e.Message}",
                "name a system description such as systems/first.yaml");
            return null;
        }
    }

    /// <summary>Reads a description.</summary>
    /// <param name="file">Its path, for messages and to find files beside it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="treeRoot">Root of the Bulkhead tree.</param>
    /// <param name="diagnostics">Receives every error and warning.</param>
    /// <returns>The model, or null when there is an error.</returns>
    public static SystemModel? ReadText(
        string file, string text, string treeRoot, DiagnosticBag diagnostics)
    {
        DescriptionNode? root = YamlTreeReader.Read(file, text, diagnostics);
        if (root is null)
        {
            return null;
        }

        SystemModel? model = new SystemReader(file, treeRoot, diagnostics).Read(root);
        return diagnostics.HasErrors ? null : model;
    }

    private SystemModel? Read(DescriptionNode root)
    {
        SectionReader system =
            new(DescriptionFormat.System, root, "the description", _diagnostics);
        string? boardName = system.Word("board", DiagnosticId.UnknownBoard);
        Board? board = boardName is null ? null : Board.Find(boardName);
        ulong memorySize = system.Size("memory") ?? Board.DefaultMemorySize;
        string manager = system.Scalar("manager")?.Text
            ?? DescriptionFormat.System["manager"].Default;
        string? managerProject = _locator.Project(manager, system.MarkOf("manager"));
        int cpuCount = (int)(system.Number("cpus") ?? 1);
        PartitionsReader partitionsReader = new(board, cpuCount, _locator, _diagnostics);
        IReadOnlyList<PartitionModel?> partitions =
            partitionsReader.Read(system.Node("partitions"));
        string[] names = partitionsReader.Names;
        IReadOnlyList<ChannelModel> channels =
            new ChannelReader(names, _diagnostics).Read(system.Node("channels"));
        IReadOnlyList<MajorFrameModel>? schedules =
            new SchedulesReader(cpuCount, _diagnostics).Read(system.Node("schedules"));
        ConsoleModel? console = new ConsoleReader(names, partitions, _diagnostics)
            .Read(system.Node("console"), root.Mark);
        if (board is null || managerProject is null || schedules is null
            || partitions.Any(p => p is null))
        {
            return null;
        }

        SystemModel model = new(_file, board, memorySize, managerProject,
            [.. partitions.OfType<PartitionModel>()], channels, console)
        {
            CpuCount = cpuCount,
            Schedules = schedules,
            HasOtherManager =
                manager.TrimEnd('/') != DescriptionFormat.System["manager"].Default,
        };
        SystemChecks.Run(model, system.MarkOf("memory"), _diagnostics);
        return model;
    }
}
