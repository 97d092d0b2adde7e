// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Layout;

namespace Bulkhead.Integration.Tests.Layout;

public sealed class ScheduleTimelineTests
{
    [Fact]
    public void Shows_bars_shares_and_windows_of_each_schedule()
    {
        using TestTree tree = new();
        string text = string.Join('\n', new ScheduleTimeline(tree.Read("""
            board: qemu-virt
            partitions:
              control: { native: samples/control, time-partition: fast }
              linux: { vm: { kernel: kernel.bin, memory: 64 MiB }, time-partition: guests }
              two: { vm: { kernel: kernel.bin, memory: 64 MiB }, time-partition: guests }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
              normal:
                windows:
                  - { time-partition: fast, duration: 1 ms, exclusive: true }
                  - { time-partition: guests, duration: 8.9 ms }
                  - { time-partition: fast, duration: 100 us }
                  - { duration: 2.5 ms }
              rest:
                windows:
                  - { time-partition: fast, duration: 150.5 us }
                  - { time-partition: guests, duration: 149.5 us }
            """)!).Draw());

        Assert.Equal(
            """
            schedule normal: frame 12500 us, 4 windows, active from the start
              fast         |####...................................+..........|   8.8 %  control
              guests       |....####################################..........|  71.2 %  linux, two
              background   |....------------------------------------##########|  20.0 %  console
                      0 us +     1000 us  fast, exclusive
                   1000 us +     8900 us  guests
                   9900 us +      100 us  fast
                  10000 us +     2500 us  background
            schedule rest: frame 300 us, 2 windows, number 1
              fast         |#########################+........................|  50.2 %  control
              guests       |.........................#########################|  49.8 %  linux, two
              background   |--------------------------------------------------|   0.0 %  console
                      0 us +    150.5 us  fast
                  150.5 us +    149.5 us  guests
            """, text);
    }

    [Fact]
    public void Shows_each_processor_with_those_that_are_on_it()
    {
        using TestTree tree = new();
        string text = string.Join('\n', new ScheduleTimeline(tree.Read("""
            board: qemu-virt
            cpus: 2
            partitions:
              control: { native: samples/control, time-partition: fast }
              linux:
                vm: { kernel: kernel.bin, memory: 64 MiB, pin: [ 0, 1 ] }
                time-partition: guests
              two: { vm: { kernel: kernel.bin, memory: 64 MiB }, cpu: 1 }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
              normal:
                windows:
                  - { time-partition: fast, duration: 1 ms, exclusive: true }
                  - { time-partition: guests, duration: 9 ms }
                  - { time-partition: guests, duration: 5 ms, cpu: 1 }
                  - { duration: 5 ms, cpu: 1 }
            """)!).Draw());

        Assert.Equal(
            """
            schedule normal: frame 10000 us, 4 windows, active from the start
             processor 0
              fast         |#####.............................................|  10.0 %  control
              guests       |.....#############################################|  90.0 %  linux
              background   |.....---------------------------------------------|   0.0 %  console
                      0 us +     1000 us  fast, exclusive
                   1000 us +     9000 us  guests
             processor 1
              guests       |#########################.........................|  50.0 %  linux
              background   |-------------------------#########################|  50.0 %  two
                      0 us +     5000 us  guests
                   5000 us +     5000 us  background
            """, text);
    }

    [Fact]
    public void Shows_nothing_without_schedules()
    {
        using TestTree tree = new();
        Assert.Empty(new ScheduleTimeline(tree.Read("""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """)!).Draw());
    }
}
