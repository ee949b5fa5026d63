using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Moderation.EndToEnd;

/// <summary>An installation that is not for development: nothing is seeded, and somebody has to begin.</summary>
public sealed partial class FirstAdminTests
{
    [BrowserFact]
    public async Task The_first_administrator_is_made_on_the_machine_and_signs_in()
    {
        using var database = new Database();
        using var create = Program.With(database, demo: false, "create-admin", "grace");
        create.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        create.Start();
        var said = await create.StandardOutput.ReadToEndAsync();
        await create.WaitForExitAsync();
        var password = Password().Match(said).Groups[1].Value;
        Assert.Equal(24, password.Length);

        await using var host = await RunningHost.Start(database, environment: "Production");
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative))).StatusCode);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        await using var admin = await Person.At(browser, host.Address);
        await admin.SignIn("grace", password);
        await admin.Sees("People");
        Assert.Equal(1, Queue.Number(database, "SELECT COUNT(*) FROM Staff"));
        Assert.Equal(0, Queue.Number(database, "SELECT COUNT(*) FROM ApiKeys") + Queue.Number(database, "SELECT COUNT(*) FROM Content"));
    }

    [GeneratedRegex("password (\\S+)")]
    private static partial Regex Password();
}
