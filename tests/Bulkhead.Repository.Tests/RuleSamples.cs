// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Rules;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>Files that break one rule each, with the line of the fault, and files that break none.
/// </summary>
public static class RuleSamples
{
    // Put together, so that this file keeps the rules that the samples break.
    private const string Home = "/home" + "/someone/tree";
    private const string Feed = "https" + "://packages.example/index.json";
    private const string Kernel = "src/kernel/Sample.cs";
    private const string Program = "src/partitions/p/x.csproj";
    private const string Asp = "src/asp/arm64/x.csproj";
    private const string Tool = "src/tools/Bulkhead.Cli/x.csproj";

    /// <summary>Rule, path, content, line.</summary>
    public static TheoryData<string, string, string, int> Bad { get; } = new()
    {
        { nameof(LicenceLine), Kernel, "namespace N;\n", 1 },
        { nameof(LicenceLine), "bulkhead", "#!/bin/sh\nexit 0\n", 1 },
        { nameof(LicenceLine), "src/asp/arm64/x.S", "        ret\n", 1 },
        { nameof(FileLength), Kernel, Repeat("// line\n", 401), 401 },
        { nameof(LineLength), Kernel, "// short\n// " + Repeat("x", 98) + "\n", 2 },
        { nameof(FunctionLength), Kernel, "class C\n{\n" + Function(58) + "}\n", 3 },
        { nameof(FunctionLength), Kernel, "class C\n{\n    int P\n    {\n" + Getter(58), 5 },
        { nameof(TextForm), Kernel, "class C;\n\tclass D;\n", 2 },
        { nameof(TextForm), Kernel, "class C; \n", 1 },
        { nameof(TextForm), "docs/x.md", "# Title\n\ntext", 3 },
        { nameof(NoConditionalCode), Kernel, "// x\n#if DEBUG\n#endif\n", 2 },
        { nameof(NoConditionalCode), "src/abi/Limits.cs", "  #if SMP\n#endif\n", 1 },
        { nameof(SafeCode), Kernel, "class C\n{\n    unsafe void M() { }\n}\n", 3 },
        { nameof(SafeCode), "src/partitions/vmm/X.cs", "class C { int S = Unsafe.S; }\n", 1 },
        { nameof(SafeCode), "src/asp/arm64/Traps/X.cs", "unsafe class C;\n", 1 },
        { nameof(SafetyReason), "src/sdk/X.Unsafe.cs", "\nunsafe class C;\n", 2 },
        { nameof(UnsafeProject), "src/kernel/x.csproj",
            Project("<AllowUnsafeBlocks>true</AllowUnsafeBlocks>"), 1 },
        { nameof(DocumentedMembers), Kernel, "#pragma warning disable CS1591\n", 1 },
        { nameof(DocumentedMembers), "src/kernel/x.csproj",
            Project("<GenerateDocumentationFile>false</GenerateDocumentationFile>"), 1 },
        { nameof(FolderName), "src/kernel/Helpers/Bits.cs", "class Bits;\n", 1 },
        { nameof(FolderName), "src/tools/StringUtils.cs", "class StringUtils;\n", 1 },
        { nameof(QualifierLast), Kernel, "class C\n{\n    const int MaxPortals = 3;\n}\n", 3 },
        { nameof(QualifierLast), Kernel, "class C { int NumWindows => 3; }\n", 1 },
        { nameof(NamedCapacity), Kernel, "[InlineArray(48)]\nstruct S { int _element; }\n", 1 },
        { nameof(MachinePath), "docs/x.md", $"See\n`{Home}`.\n", 2 },
        { nameof(KnownHost), "docs/x.md", $"From {Feed}.\n", 1 },
        { nameof(LayerOrder), "src/kernel/x.csproj", Project(Reference("../asp/x/y.csproj")), 1 },
        { nameof(LayerOrder), Asp, Project(Reference("../../psp/z/y.csproj")), 1 },
        { nameof(LayerOrder), Asp, Project(Reference("../simulated/y.csproj")), 1 },
        { nameof(LayerOrder), "src/psp/b/x.csproj", Project(Reference("../../asp/y/y.csproj")), 1 },
        { nameof(LayerOrder), "src/abi/x.csproj", Project(Reference("../pools/y.csproj")), 1 },
        { nameof(LayerOrder), Program, Project(Reference("../../kernel/y.csproj")), 1 },
        { nameof(LayerOrder), Program, Project(Reference("../q/y.csproj")), 1 },
        { nameof(LayerOrder), Tool, Project(Reference("../../kernel/y.csproj")), 1 },
        { nameof(TestClass), "src/kernel/Untested.cs", "class Untested { int P => 1; }\n", 1 },
        { nameof(LayerOrder), "src/elsewhere/x.csproj", Project(""), 1 },
    };

    /// <summary>Files that keep every rule.</summary>
    public static IReadOnlyList<SourceFile> Good { get; } =
    [
        new("src/sdk/Sample.cs",
            "// SPDX-License-Identifier: MIT\nclass C\n{\n" + Function(57) + "}\n"),
        new("src/sdk/X.Unsafe.cs",
            "// SPDX-License-Identifier: MIT\n// SAFETY: y.\nunsafe class C;\n"),
        new("src/image/x.csproj", Project(Reference("../asp/arm64/y.csproj"))),
        new("src/kernel/Abort.cs", "// SPDX-License-Identifier: MIT\n// unsafe only in words\n"),
        new("docs/x.md", "The shell stands at `linux:/root#`, programs lie in /usr/bin.\n"),
    ];

    private static string Repeat(string text, int count) =>
        string.Concat(Enumerable.Repeat(text, count));

    private static string Body(int count) => Repeat("            ;\n", count);

    private static string Function(int bodyCount) =>
        $"    void M()\n    {{\n{Body(bodyCount)}    }}\n";

    private static string Getter(int bodyCount) =>
        $"        get\n        {{\n{Body(bodyCount)}        }}\n    }}\n}}\n";

    private static string Reference(string path) => $"<ProjectReference Include=\"{path}\" />";

    private static string Project(string content) => $"<Project>{content}</Project>\n";
}
