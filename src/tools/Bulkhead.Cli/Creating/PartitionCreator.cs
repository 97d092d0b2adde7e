// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;

namespace Bulkhead.Cli.Creating;

/// <summary>
/// Writes a new partition. Everything is written beside its place and then moved there; when a step
/// fails, what was moved is taken back, so there is the whole partition or nothing.
/// </summary>
/// <param name="workspace">The tree.</param>
/// <param name="plan">What is made.</param>
public sealed class PartitionCreator(Workspace workspace, PartitionPlan plan)
{
    private readonly string _mark = $".{plan.Name}.new-{Environment.ProcessId}";
    private readonly List<string> _made = [];

    /// <summary>Writes it.</summary>
    /// <returns>What was made: folders and files.</returns>
    /// <exception cref="IOException">A place cannot be written; nothing is left behind.</exception>
    /// <exception cref="FormatException">The output folder has build rules of its own.</exception>
    public IReadOnlyList<string> Create()
    {
        PartitionTemplate template = new(plan);
        IReadOnlyDictionary<string, string> folderFiles = MissingFolderFiles(template);
        string solution = Path.Combine(workspace.Root, SolutionFile.Name);
        string? listed = plan.IsListed
            ? SolutionFile.Add(File.ReadAllText(solution), workspace.Root, plan) : null;
        try
        {
            MakeFolder(plan.Output);
            PutFolder(plan.ProgramFolder, template.Program);
            PutFolder(plan.TestsFolder, template.Tests);
            PutFile(plan.Description, template.Description);
            foreach ((string name, string text) in folderFiles)
                PutFile(Path.Combine(plan.Output, name), text);
            // Last: this one existed before.
            if (listed is not null) Replace(solution, listed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TakeBack();
            throw new IOException(
                $"{Workspace.Display(plan.Output)} cannot be written: {error.Message} "
                    + "Nothing was made.", error);
        }

        return [plan.ProgramFolder, plan.TestsFolder, plan.Description,
            .. folderFiles.Keys.Select(name => Path.Combine(plan.Output, name))];
    }

    // Those of an earlier partition are left; those of somebody else's are not ours to change.
    private Dictionary<string, string> MissingFolderFiles(PartitionTemplate template)
    {
        Dictionary<string, string> missing = [];
        foreach ((string name, string text) in template.FolderFiles)
        {
            string path = Path.Combine(plan.Output, name);
            if (!File.Exists(path)) missing.Add(name, text);
            else if (!File.ReadAllText(path).Contains(
                Path.Combine(workspace.Root, name), StringComparison.Ordinal))
            {
                throw new FormatException($"{Workspace.Display(path)} has rules of its own; choose "
                    + $"another folder, or import {Path.Combine(workspace.Root, name)} there. "
                    + "Nothing was written");
            }
        }

        return missing;
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        string? parent = Path.GetDirectoryName(folder);
        if (parent is not null) MakeFolder(parent);
        Directory.CreateDirectory(folder);
        _made.Add(folder);
    }

    private void PutFolder(string folder, IReadOnlyDictionary<string, string> files)
    {
        string beside = Path.Combine(plan.Output, _mark);
        _made.Add(beside);
        Directory.CreateDirectory(beside);
        foreach ((string name, string text) in files)
            File.WriteAllText(Path.Combine(beside, name), text);
        Directory.Move(beside, folder);
        _made.Remove(beside);
        _made.Add(folder);
    }

    private void PutFile(string path, string text)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        string beside = path + _mark;
        _made.Add(beside);
        File.WriteAllText(beside, text);
        File.Move(beside, path);
        _made.Remove(beside);
        _made.Add(path);
    }

    private void Replace(string path, string text)
    {
        string beside = path + _mark;
        _made.Add(beside);
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
        _made.Remove(beside);
    }

    private void TakeBack()
    {
        foreach (string path in Enumerable.Reverse(_made))
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
        }
    }
}
