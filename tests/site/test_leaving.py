"""A link that leaves the government's sites asks first; without a script it is a plain link."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.site.heard import heard

HOLDER = "/awardees/shili-shuiwu/"
ADD = """(hosts) => hosts.forEach((host) => {
    const link = document.createElement("a");
    link.href = `https://${host}/`;
    link.textContent = host;
    link.id = host.replace(/[.]/g, "-");
    document.querySelector("main").append(link, " ");
})"""
HOSTS = ["www.example.com", "www.wuhan.gov.cn", "gov.cn.example.com"]


def opened(page: Page, host: str) -> list[str]:
    """A page with links to other hosts; the addresses that the browser was then led to."""
    led: list[str] = []
    page.route("https://**", lambda route: (led.append(route.request.url), route.abort())[1])
    page.goto(host + HOLDER)
    page.evaluate(ADD, HOSTS)
    return led


def test_a_link_elsewhere_asks_and_can_be_given_up(browser: Browser, shipped_host: str) -> None:
    with heard(browser) as reader:
        page = reader.page
        led = opened(page, shipped_host)
        for host in ("www.example.com", "gov.cn.example.com"):
            link = page.locator(f"#{host.replace('.', '-')}")
            link.click()
            box = page.get_by_role("dialog")
            said = box.inner_text()
            assert "您访问的链接即将离开“示例市场监督管理网站（虚构）”，是否继续？" in said
            assert f"https://{host}/" in said
            box.get_by_role("button", name="放弃").click()
            assert not box.is_visible()
            assert page.evaluate("document.activeElement.textContent") == host
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert not page.get_by_role("dialog").is_visible()
        assert led == []
        page.keyboard.press("Enter")
        page.get_by_role("button", name="继续访问").click()
        page.wait_for_timeout(100)
        assert led == ["https://gov.cn.example.com/"]


def test_a_link_among_the_governments_sites_just_leads_there(
    browser: Browser, shipped_host: str
) -> None:
    with heard(browser) as reader:
        led = opened(reader.page, shipped_host)
        reader.page.click("#www-wuhan-gov-cn", no_wait_after=True)
        reader.page.wait_for_timeout(100)
        assert led == ["https://www.wuhan.gov.cn/"]
        assert not reader.page.get_by_role("dialog").count()
