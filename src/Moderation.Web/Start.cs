using Moderation.Pipeline;
using Moderation.Web.Demo;
using Moderation.Web.SignIn;

namespace Moderation.Web;

/// <summary>What happens before the first request.</summary>
internal static class Start
{
    public static async Task Open(this WebApplication app)
    {
        if (StorageSettings.From(app.Configuration).MigratesAtStart)
            await app.Services.MigrateModeration();

        await app.Services.OpenModeration();
        if (!app.Environment.IsDevelopment())
            return;

        await app.Services.GetRequiredService<IUseCases>().SeedPeople(app.Configuration);
        await app.LoadDemo();
    }
}
