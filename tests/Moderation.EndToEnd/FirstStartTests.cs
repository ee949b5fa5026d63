using System.Net;
using Moderation.Laws;

namespace Moderation.EndToEnd;

public sealed class FirstStartTests
{
    // The demo network's own: what waits, and what was decided before or follows from that.
    private static readonly (int Waiting, int Decisions) Whole = (76, 49);

    // From before the file is there to after the demo network came in.
    public static TheoryData<int> Moments { get; } = [.. Nightly.IsNight ? (int[])[400, 900, 1500, 2200, 3000] : [900, 2200]];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Killed_during_its_very_first_start_it_starts_again(int milliseconds)
    {
        using var database = new Database();
        using (var first = Program.With(database, demo: true, "--urls", "http://127.0.0.1:0"))
        {
            first.Start();
            using var moment = new CancellationTokenSource(milliseconds);
            await first.StandardOutput.ReadToEndAsync(moment.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }

        await using var host = await RunningHost.Start(database, demo: true);
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).StatusCode);
        Assert.Equal(Whole, (Queue.Waiting(database), Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE SupersededAt IS NULL AND OverturnedAt IS NULL")));
    }
}
