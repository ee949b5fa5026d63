using Microsoft.AspNetCore.Localization;
using Moderation.People;

namespace Moderation.Web.Members;

/// <summary>Members read their own language where we have words in it; staff work in English.</summary>
internal static class MemberLanguages
{
    private static readonly string[] Known = ["en", "nl"];

    /// <summary>By cookie, else by what the browser asks for. Goes after authentication, which knows who is staff.</summary>
    public static void UseMemberLanguages(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions().SetDefaultCulture(Known[0]).AddSupportedCultures(Known).AddSupportedUICultures(Known);
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(http => Task.FromResult(
                http.User.HasClaim(x => x.Type == SetSignIn.StaffClaim) ? new ProviderCultureResult(Known[0]) : null)),
            new CookieRequestCultureProvider(),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
        app.UseRequestLocalization(options);
    }
}
