// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Arm64;
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Memory;
using Board = Bulkhead.Psp.QemuVirt.QemuVirt;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Second-stage descriptors: what the arm64 package encodes, read by the simulated
/// hardware.</summary>
internal static class DescriptorLemmas
{
    private const ulong AddressMask = 0xffff_ffff_f000;
    private const ulong Device = (ulong)MemoryAccess.Device;
    private const ulong Execute = (ulong)MemoryAccess.Execute;
    private const string Type = nameof(Arm64<>);

    internal static IEnumerable<Lemma> All =>
        [LeafAddress(), LeafAccess(), LeafBits(), LeafInjective(), Table(), Root(), Peers()];

    private static BitVectorLemma LeafAddress()
    {
        BitVectorLemma lemma = new(
            "leaf-keeps-address",
            "A leaf is valid, gives its address back unchanged, is a table or page exactly at "
                + "level 3, and hardware takes it as a leaf of its level.",
            "a guest would reach another page than the one that was mapped");
        LeafVariables leaf = LeafVariables.In(lemma, "");
        BitVector entry = leaf.Encode(lemma);
        BitVector address = lemma.Function(
            Type, nameof(Arm64<>.AddressOf), entry & AddressMask,
            point => Arm64<Board>.AddressOf(leaf.Code(point)).Value);
        Formula isTable = lemma.Function(
            Type, nameof(Arm64<>.IsTable), entry.Bit(1),
            point => Arm64<Board>.IsTable(leaf.Code(point)));
        Formula isValid = lemma.Function(
            Type, nameof(Arm64<>.IsValid), entry.Bit(0),
            point => Arm64<Board>.IsValid(leaf.Code(point)));
        BitVector size = leaf.IsPage.Choose(
            BitVector.Constant(0xfff, 64), BitVector.Constant(0x1f_ffff, 64));
        Formula isLeaf = lemma.Function(
            nameof(StageTwoDescriptor), nameof(StageTwoDescriptor.IsLeafOf),
            entry.Bit(0) & entry.Bit(10) & entry.Bit(1).Is(leaf.IsPage)
                & (entry & AddressMask & size).Is(0),
            point => new StageTwoDescriptor(leaf.Code(point)).IsLeafOf(leaf.Level(point)));
        lemma.Claims(address.Is(leaf.Target) & isTable.Is(leaf.IsPage) & isValid & isLeaf);
        return lemma;
    }

    private static BitVectorLemma LeafAccess()
    {
        BitVectorLemma lemma = new(
            "leaf-keeps-access",
            "The hardware reads from a leaf exactly the access that was encoded, except that "
                + "device memory is never executable.",
            "a mapping would allow more than was granted, or less");
        LeafVariables leaf = LeafVariables.In(lemma, "");
        BitVector entry = leaf.Encode(lemma);
        BitVector read = lemma.Function(
            nameof(StageTwoDescriptor), nameof(StageTwoDescriptor.Access),
            entry.Extract(7, 6).ZeroExtend(4)
                | (entry.Bit(54).ToWord(4) ^ 1.Word(4)) << 2
                | entry.Extract(5, 2).Is(1).ToWord(4) << 3,
            point => (ulong)new StageTwoDescriptor(leaf.Code(point)).Access);
        BitVector wanted = leaf.IsDevice.Choose(
            leaf.Access & (15 & ~Execute), leaf.Access);
        lemma.Claims(read.Is(wanted));
        return lemma;
    }

    private static BitVectorLemma LeafBits()
    {
        BitVectorLemma lemma = new(
            "leaf-reserved-bits",
            "A leaf sets no bit but those of its fields: normal memory is write-back and inner "
                + "shareable, device memory is nGnRE, the access flag is set.",
            "reserved or software bits would reach the hardware");
        LeafVariables leaf = LeafVariables.In(lemma, "");
        BitVector entry = leaf.Encode(lemma);
        lemma.Claims((entry & ~(AddressMask | (1ul << 54) | 0x7ff)).Is(0));
        lemma.Claims(entry.Extract(10, 8).Is(leaf.IsDevice.Choose(4.Word(3), 7.Word(3))));
        lemma.Claims(entry.Extract(5, 2).Is(leaf.IsDevice.Choose(1.Word(4), 15.Word(4))));
        return lemma;
    }

    private static BitVectorLemma LeafInjective()
    {
        BitVectorLemma lemma = new(
            "leaf-injective",
            "Two leaves with the same descriptor have the same level, address and access "
                + "(execution of device memory aside).",
            "different grants would look the same to the hardware");
        LeafVariables one = LeafVariables.In(lemma, "");
        LeafVariables other = LeafVariables.In(lemma, "-other");
        Formula isSame = one.Encode(lemma).Is(other.Encode(lemma));
        BitVector without = BitVector.Constant(15 & ~Execute, 4);
        lemma.Claims(isSame.Implies(one.Target.Is(other.Target) & one.IsPage.Is(other.IsPage)));
        lemma.Claims(isSame.Implies((one.Access & without).Is(other.Access & without)));
        lemma.Claims(isSame.Implies(one.IsDevice | one.Access.Is(other.Access)));
        return lemma;
    }

    private static BitVectorLemma Table()
    {
        BitVectorLemma lemma = new(
            "table-keeps-address",
            "A table descriptor is valid, is a table, and gives its address back unchanged.",
            "a walk would go on in a page that is no table of this domain");
        BitVector table = lemma.Variable("table", 64, mask: AddressMask);
        BitVector entry = lemma.Function(
            Type, nameof(Arm64<>.EncodeTable), table | 3,
            point => Arm64<Board>.EncodeTable(new(point[table])));
        BitVector address = lemma.Function(
            Type, nameof(Arm64<>.AddressOf), entry & AddressMask,
            point => Arm64<Board>.AddressOf(Arm64<Board>.EncodeTable(new(point[table]))).Value);
        BitVector peer = lemma.Function(
            nameof(StageTwoDescriptor), nameof(StageTwoDescriptor.Table), table | 3,
            point => StageTwoDescriptor.Table(point[table]).Value);
        lemma.Claims(address.Is(table) & entry.Bit(0) & entry.Bit(1) & peer.Is(entry));
        return lemma;
    }

    private static BitVectorLemma Root()
    {
        BitVectorLemma lemma = new(
            "root-keeps-table-and-space",
            "The translation root gives table and address-space identifier back unchanged.",
            "a domain would run on another domain's tables or share its cached translations");
        BitVector table = lemma.Variable("table", 64, mask: AddressMask);
        BitVector space = lemma.Variable("space", 16);
        BitVector root = lemma.Function(
            Type, nameof(Arm64<>.EncodeRoot), table | (space.ZeroExtend(64) << 48),
            point => Encode(point[table], point[space]));
        BitVector readTable = lemma.Function(
            nameof(TranslationRoot), nameof(TranslationRoot.Table), root & AddressMask,
            point => new TranslationRoot(Encode(point[table], point[space])).Table);
        BitVector readSpace = lemma.Function(
            nameof(TranslationRoot), nameof(TranslationRoot.Space), root.Extract(63, 48),
            point => new TranslationRoot(Encode(point[table], point[space])).Space);
        lemma.Claims(readTable.Is(table) & readSpace.Is(space));
        return lemma;

        static ulong Encode(ulong table, ulong space) =>
            Arm64<Board>.EncodeRoot(new(table), (ushort)space);
    }

    private static BitVectorLemma Peers()
    {
        BitVectorLemma lemma = new(
            "leaf-peers-agree",
            "For normal memory the simulated package encodes bit for bit what the arm64 package "
                + "does.",
            "what the simulation shows of mappings would not be so on the target");
        LeafVariables leaf = LeafVariables.In(lemma, "");
        lemma.Assume(!leaf.IsDevice);
        BitVector entry = leaf.Encode(lemma);
        BitVector peer = lemma.Function(
            nameof(StageTwoDescriptor), nameof(StageTwoDescriptor.Leaf),
            leaf.Target | 0x701 | leaf.IsPage.ToWord(64) << 1
                | leaf.Access.ZeroExtend(64).Extract(1, 0).ZeroExtend(64) << 6
                | (!leaf.Access.Bit(2)).ToWord(64) << 54 | 0x3c,
            point => StageTwoDescriptor.Leaf(
                point[leaf.Target], (MemoryAccess)point[leaf.Access], leaf.Level(point)).Value);
        lemma.Claims(peer.Is(entry));
        return lemma;
    }

    /// <summary>What a leaf is made of.</summary>
    private sealed record LeafVariables(BitVector Target, BitVector Access, BitVector Page)
    {
        internal Formula IsPage => Page.Is(1);

        internal Formula IsDevice => Access.Bit(3);

        internal static LeafVariables In(BitVectorLemma lemma, string suffix)
        {
            LeafVariables leaf = new(
                lemma.Variable("target" + suffix, 64, mask: AddressMask),
                lemma.Variable("access" + suffix, 4), lemma.Variable("page" + suffix, 1));
            // A block is aligned to its 2 MiB: UsesBlock sees to it.
            lemma.Assume(leaf.IsPage | (leaf.Target & 0x1f_ffff).Is(0));
            return leaf;
        }

        internal int Level(Point point) => point.IsSet(Page) ? 3 : 2;

        internal ulong Code(Point point) => Arm64<Board>.EncodeLeaf(
            new HostPhysicalAddress(point[Target]), (MemoryAccess)point[Access], Level(point));

        internal BitVector Encode(BitVectorLemma lemma)
        {
            BitVector access = Access.ZeroExtend(64);
            BitVector kind = IsDevice.Choose(4ul.Word(64), 0x33cul.Word(64));
            Formula isCode = (access & (Execute | Device)).Is(Execute);
            BitVector entry = Target | (1 << 10) | 1 | IsPage.ToWord(64) << 1 | kind
                | (access & 1) << 6 | (access & 2) << 6 | (!isCode).ToWord(64) << 54;
            return lemma.Function(Type, nameof(Arm64<>.EncodeLeaf), entry, Code);
        }
    }
}
