// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Objects;

public class DomainsTests
{
    [Fact]
    public void Each_domain_has_an_address_space_of_its_own()
    {
        using KernelHarness kernel = new();
        HashSet<ushort> spaces = [new TranslationRoot(
            kernel.State.System.RootDomain.In(ref kernel.State).TranslationRoot).Space];
        for (int count = 0; count < 10; count++)
        {
            ulong root = kernel.DomainOf(kernel.CreateDomain(tablePages: 1)).In(ref kernel.State)
                .TranslationRoot;
            Assert.NotEqual(0, new TranslationRoot(root).Space);
            Assert.True(spaces.Add(new TranslationRoot(root).Space));
        }
    }
}
